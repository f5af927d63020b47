import marimo

__generated_with = "0.21.1"
app = marimo.App()


@app.cell
def _():
    import marimo as mo

    return (mo,)


@app.cell(hide_code=True)
def _(mo):
    mo.md(r"""
    # Widget name

    `npx inlay dev` puts the widget below and keeps it as its source is; `npx inlay add` puts it here once. Then read
    its value in a cell of your own:

    ```python
    get_widget_name()
    ```
    """)
    return


if __name__ == "__main__":
    app.run()
