using Voltloop.Core.Problems;
using Voltloop.Kernels.Distributions;
using Voltloop.Kernels.Multivariate;
using Voltloop.Kernels.RunLengths;

namespace Voltloop.Quality.Model;

/// <summary>Makes the model of a method, or says by name why it cannot be made.</summary>
internal static class MonitorBuilder
{
    /// <summary>The settings with what was left open filled in, from training rows alone.</summary>
    public static MonitorSettings Resolved(MonitorSettings settings, IReadOnlyList<double[]> rows) => settings with
    {
        Components = settings.Components > 0 || !settings.Methods.Contains(MonitorMethod.Pca) ? settings.Components : ParallelAnalysis.Components(ReferenceRows.Of(rows)),
        DynamicComponents = settings.DynamicComponents > 0 || !settings.Methods.Contains(MonitorMethod.Dpca) ? settings.DynamicComponents : ParallelAnalysis.Components(ReferenceRows.Of(LaggedRows.Of(rows, settings.Lags))),
        States = settings.States,
    };

    /// <summary>A model from rows in control.</summary>
    /// <exception cref="ProblemException">The covariance is singular, or there are more variables than rows.</exception>
    public static IRowMonitor Build(MonitorMethod method, IReadOnlyList<double[]> rows, (MonitorSettings Settings, IReadOnlyList<string> Names) with)
    {
        var settings = with.Settings;
        return method switch
        {
            MonitorMethod.Pca => PrincipalModel.Fit(ReferenceRows.Of(rows), settings.Components),
            MonitorMethod.Dpca => DynamicPrincipalModel.Fit(rows, settings.Lags, settings.DynamicComponents),
            MonitorMethod.Cva => Canonical(rows, with),
            MonitorMethod.Mewma => new MewmaMonitor(Regular(rows, with.Names), settings.Weight),
            MonitorMethod.Mcusum => new CrosierMonitor(Regular(rows, with.Names), settings.Slack),
            _ => new HotellingMonitor(Regular(rows, with.Names)),
        };
    }

    /// <summary>Limits of theory for each figure, for independent normal rows.</summary>
    public static double[] Theory(IRowMonitor monitor, ReferenceRows reference, MonitorSettings settings) => monitor switch
    {
        PrincipalModel model => [PrincipalLimits.T2(model, settings.Budget), PrincipalLimits.Spe(model, settings.Budget)],
        DynamicPrincipalModel model => [PrincipalLimits.T2(model.Inner, settings.Budget), PrincipalLimits.Spe(model.Inner, settings.Budget)],
        CanonicalVariates model => [HotellingLimits.PhaseTwo(reference.Rows, model.States, settings.Budget), HotellingLimits.PhaseTwo(reference.Rows, (reference.Variables * settings.Lags) - model.States, settings.Budget)],
        MewmaMonitor => [MewmaLength.LimitFor(settings.Weight, reference.Variables, 1 / settings.Budget)],
        CrosierMonitor => [CrosierLength.LimitFor(1 / settings.Budget, settings.Slack, reference.Variables).Limit],
        _ => [HotellingLimits.PhaseTwo(reference.Rows, reference.Variables, settings.Budget)],
    };

    private static ReferenceRows Regular(IReadOnlyList<double[]> rows, IReadOnlyList<string> names)
    {
        var reference = ReferenceRows.Of(rows);
        if (rows.Count <= reference.Variables + 1) throw MoreVariables(reference.Variables, rows.Count);
        return reference.Dependent is >= 0 and var j ? throw Singular(names[j]) : reference;
    }

    private static CanonicalVariates Canonical(IReadOnlyList<double[]> rows, (MonitorSettings Settings, IReadOnlyList<string> Names) with)
    {
        var (window, joined) = (with.Settings.Lags, with.Settings.Lags * with.Names.Count);
        if (rows.Count - (2 * window) <= joined + 1) throw MoreVariables(joined, rows.Count - (2 * window));
        return CanonicalVariates.Fit(rows, window, with.Settings.States);
    }

    private static ProblemException Singular(string name) =>
        new(QualityProblems.SingularCovariance, $"{name} is determined by the signals before it.", "train", "Leave the signal out, or use principal components (pca) or canonical variates (cva), which live with it.");

    private static ProblemException MoreVariables(int variables, int rows) =>
        new(QualityProblems.MoreVariablesThanRows, $"{variables} variables, but {rows} rows: their covariance cannot be estimated.", "train", "Take more rows, or use principal components (pca).");
}
