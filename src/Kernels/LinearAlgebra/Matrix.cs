namespace Voltloop.Kernels.LinearAlgebra;

/// <summary>A dense matrix of doubles, kept row by row.</summary>
public sealed class Matrix
{
    private readonly double[] _values;

    /// <summary>A matrix of zeros.</summary>
    public Matrix(int rows, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        (Rows, Columns) = (rows, columns);
        _values = new double[rows * columns];
    }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Number of columns.</summary>
    public int Columns { get; }

    /// <summary>One entry.</summary>
    public double this[int row, int column]
    {
        get => _values[(row * Columns) + column];
        set => _values[(row * Columns) + column] = value;
    }

    /// <summary>A matrix with the given rows, all of one length.</summary>
    public static Matrix OfRows(IReadOnlyList<double[]> rows)
    {
        var matrix = new Matrix(rows.Count, rows.Count == 0 ? 0 : rows[0].Length);
        for (var i = 0; i < rows.Count; i++)
        {
            ArgumentOutOfRangeException.ThrowIfNotEqual(rows[i].Length, matrix.Columns);
            rows[i].CopyTo(matrix.Row(i));
        }

        return matrix;
    }

    /// <summary>The matrix with ones on its diagonal.</summary>
    public static Matrix Identity(int size)
    {
        var matrix = new Matrix(size, size);
        for (var i = 0; i < size; i++) matrix[i, i] = 1;
        return matrix;
    }

    /// <summary>One row; writing to it changes the matrix.</summary>
    public Span<double> Row(int row) => _values.AsSpan(row * Columns, Columns);

    /// <summary>A copy of one column.</summary>
    public double[] Column(int column)
    {
        var values = new double[Rows];
        for (var i = 0; i < Rows; i++) values[i] = this[i, column];
        return values;
    }

    /// <summary>A copy with some of the rows, in the order given.</summary>
    public Matrix TakeRows(IReadOnlyList<int> rows)
    {
        var taken = new Matrix(rows.Count, Columns);
        for (var i = 0; i < rows.Count; i++) Row(rows[i]).CopyTo(taken.Row(i));
        return taken;
    }

    /// <summary>The matrix with rows and columns exchanged.</summary>
    public Matrix Transpose()
    {
        var turned = new Matrix(Columns, Rows);
        for (var i = 0; i < Rows; i++) for (var j = 0; j < Columns; j++) turned[j, i] = this[i, j];
        return turned;
    }

    /// <summary>A copy.</summary>
    public Matrix Copy()
    {
        var copy = new Matrix(Rows, Columns);
        _values.CopyTo(copy._values, 0);
        return copy;
    }

    /// <summary>The product with a vector of as many entries as there are columns.</summary>
    public double[] Times(ReadOnlySpan<double> vector)
    {
        var product = new double[Rows];
        for (var i = 0; i < Rows; i++) product[i] = Dot.Of(Row(i), vector);
        return product;
    }
}
