"""What is remembered: tables, repositories, migrations, inbox and notices; reads the rule files."""
