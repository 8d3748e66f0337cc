using Voltloop.Kernels.Conformal;
using Voltloop.Kernels.Regression;

namespace Voltloop.Quality.Model.Gate;

/// <summary>
/// A regression fitted once without each part of the cases. It predicts with the mean of its models; intervals are CV+
/// (Barber, Candès, Ramdas and Tibshirani, Ann. Statist. 49, 2021).
/// </summary>
/// <param name="Method">Name of the method.</param>
/// <param name="Models">The models, one for each part left out.</param>
/// <param name="PartOf">The part of each case.</param>
/// <param name="Errors">Error of each case under the model that has not seen its part.</param>
internal sealed record CrossFitted(string Method, IReadOnlyList<IRegression> Models, int[] PartOf, double[] Errors)
{
    /// <summary>Root of the mean squared error of cases left out, unit of the outcome.</summary>
    public double Rmse => Math.Sqrt(Errors.Average(error => error * error));

    /// <summary>Fits without each part in turn.</summary>
    public static CrossFitted Of(string method, GateTable table, IReadOnlyList<Fold> parts, Fit fit)
    {
        var (models, partOf, errors) = (new IRegression[parts.Count], new int[table.Outcome.Length], new double[table.Outcome.Length]);
        for (var part = 0; part < parts.Count; part++)
        {
            var kept = table.Rows(parts[part].Kept);
            models[part] = fit(kept.Features, kept.Outcome);
            foreach (var i in parts[part].LeftOut) (partOf[i], errors[i]) = (part, table.Outcome[i] - models[part].Predict(table.Features.Row(i)));
        }

        return new CrossFitted(method, models, partOf, errors);
    }

    /// <summary>The mean of two methods fitted on the same parts.</summary>
    public CrossFitted With(CrossFitted other) => new(
        $"mean of {Method} and {other.Method}", [.. Models.Zip(other.Models, (one, two) => new MeanOfModels([one, two]))], PartOf, [.. Errors.Zip(other.Errors, (one, two) => (one + two) / 2)]);

    /// <summary>The prediction of a new case, unit of the outcome.</summary>
    public double Predict(ReadOnlySpan<double> row)
    {
        var sum = 0.0;
        foreach (var model in Models) sum += model.Predict(row);
        return sum / Models.Count;
    }

    /// <summary>The interval of a new case.</summary>
    public Bounds Interval(ReadOnlySpan<double> row, double level)
    {
        var told = new double[Models.Count];
        for (var part = 0; part < told.Length; part++) told[part] = Models[part].Predict(row);
        return JackknifePlus.Interval(Array.ConvertAll(PartOf, part => told[part]), Errors, level);
    }
}
