using Voltloop.Kernels.LinearAlgebra;

namespace Voltloop.Tests.Unit.Kernels;

public sealed class LinearAlgebraTests
{
    [Theory]
    [InlineData(7, 4)]
    [InlineData(4, 7)]
    [InlineData(6, 6)]
    public void The_factors_of_a_decomposition_multiply_to_the_matrix(int rows, int columns)
    {
        var matrix = Made(rows, columns);
        var svd = SingularValues.Of(matrix);
        svd.Values.ShouldBe(svd.Values.OrderDescending());
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                var sum = 0.0;
                for (var k = 0; k < svd.Values.Length; k++) sum += svd.LeftTransposed[k, i] * svd.Values[k] * svd.RightTransposed[k, j];
                sum.ShouldBe(matrix[i, j], 1e-12);
            }
        }
    }

    [Fact]
    public void A_column_that_repeats_another_lowers_the_rank()
    {
        var matrix = Made(6, 4);
        for (var i = 0; i < 6; i++) matrix[i, 3] = 2 * matrix[i, 1];
        SingularValues.Of(matrix).Rank.ShouldBe(3);
    }

    [Fact]
    public void A_small_singular_value_keeps_its_digits()
    {
        // Hilbert matrix of order 6: its smallest singular value to 10 digits is known from exact arithmetic.
        var hilbert = new Matrix(6, 6);
        for (var i = 0; i < 6; i++) for (var j = 0; j < 6; j++) hilbert[i, j] = 1.0 / (i + j + 1);
        SingularValues.Of(hilbert).Values[5].ShouldBe(1.0827994845e-7, 1e-15);
    }

    [Fact]
    public void Cholesky_solves_inverts_and_gives_the_determinant()
    {
        var matrix = Matrix.OfRows([[4, 2, 0.6], [2, 5, 1], [0.6, 1, 3]]);
        var factor = Cholesky.TryOf(matrix)!;
        var x = factor.Solve([1, 2, 3]);
        matrix.Times(x).ShouldBe([1, 2, 3], 1e-12);
        // Expanded along the first row: 4 (15 - 1) - 2 (6 - 0.6) + 0.6 (2 - 3).
        Math.Exp(factor.LogDeterminant).ShouldBe(44.6, 1e-12);
        matrix.Times(factor.Inverse().Column(1)).ShouldBe([0, 1, 0], 1e-12);
    }

    [Fact]
    public void Cholesky_refuses_a_matrix_that_is_not_positive_definite() =>
        Cholesky.TryOf(Matrix.OfRows([[1, 2], [2, 1]])).ShouldBeNull();

    private static Matrix Made(int rows, int columns)
    {
        var matrix = new Matrix(rows, columns);
        for (var i = 0; i < rows; i++) for (var j = 0; j < columns; j++) matrix[i, j] = Math.Sin(1 + (3 * i) + (7 * j) + (i * j));
        return matrix;
    }
}
