using Voltloop.Kernels.LinearAlgebra;
using Voltloop.Kernels.Regression;

namespace Voltloop.Health.Model.Grading;

/// <summary>A regression for each value of the last feature; between two values a mixture of both, beyond the ends the nearest.</summary>
internal sealed class ChargeModels : IRegression
{
    private readonly SortedList<double, IRegression> _models = [];

    private ChargeModels()
    {
    }

    /// <summary>A way of fitting each value by itself.</summary>
    public static Fit Of(Fit fit) => (features, target) =>
    {
        var (all, last) = (new ChargeModels(), features.Columns - 1);
        foreach (var group in Enumerable.Range(0, target.Length).GroupBy(i => features[i, last]))
        {
            int[] rows = [.. group];
            all._models[group.Key] = fit(Matrix.OfRows([.. rows.Select(i => features.Row(i)[..last].ToArray())]), Array.ConvertAll(rows, i => target[i]));
        }

        return all;
    };

    /// <inheritdoc/>
    public double Predict(ReadOnlySpan<double> row)
    {
        var (charge, features) = (row[^1], row[..^1].ToArray());
        var above = _models.Keys.FirstOrDefault(key => key >= charge, _models.Keys[^1]);
        var below = _models.Keys.LastOrDefault(key => key <= charge, _models.Keys[0]);
        var (high, low) = (_models[above].Predict(features), _models[below].Predict(features));
        return above > below ? low + ((high - low) * (charge - below) / (above - below)) : high;
    }
}
