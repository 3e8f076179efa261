"""All measurements, a line each."""

from storage.catalogue import load_catalogue
from tests.bench import core


def main() -> None:
    """Measure and print."""
    programme = load_catalogue()["ms-mpn-competencies"]
    core.measure(programme)


if __name__ == "__main__":
    main()
