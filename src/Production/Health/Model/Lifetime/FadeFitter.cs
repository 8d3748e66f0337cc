using Voltloop.Core.Provenance;
using Voltloop.Kernels.Ageing;
using Voltloop.Kernels.Distributions;

namespace Voltloop.Health.Model.Lifetime;

/// <summary>Fits a fade model by time and by use to the history of one battery, with intervals from leaving blocks of it out.</summary>
internal static class FadeFitter
{
    /// <summary>Fewest measurements.</summary>
    public const int FewestPoints = 20;

    /// <summary>How many times as far as it was seen a model is followed.</summary>
    public const double MostAhead = 3;

    /// <summary>Loss at which life ends.</summary>
    public const double End = 0.2;

    /// <summary>Largest root mean square of the residual of a model that is followed, share of capacity.</summary>
    public const double MostResidual = 0.01;

    private const double Close = 1e-3;
    private const int Blocks = 10;
    private const double Level = 0.95;
    private const int Steps = 2000;

    /// <summary>Method with reference and validity.</summary>
    public static readonly Evidence Method = new(
        "fade.calendar-and-cycles",
        "Loss = a·√days·exp(−B(1/T − 1/298.15 K)) + c·cycles^n·depth: Schmalstieg et al., J. Power Sources 257 (2014) 325; Wang et al., J. Power Sources 196 (2011) 3942; depth by rainflow counting, ASTM E1049-85; intervals: delete-a-block jackknife (Künsch, Ann. Statist. 17 (1989) 1217)",
        "Before the knee and in the range it was fitted on; followed at most three times as far, and only with a residual up to one point and an exponent inside its limits. At one temperature the activation of time is taken as 4,000 K; without days nothing is put down to time.");

    /// <summary>The model; <c>null</c> with too few measurements or when nothing was lost.</summary>
    public static FadeOutlook? Fit(FadeHistory history)
    {
        if (history.Lost.Length < FewestPoints || Model(history) is not { } model) return null;
        FadeModel[] others = [.. Enumerable.Range(0, Blocks).Select(block => history.Without(block, Blocks)).Select(Model).OfType<FadeModel>()];
        var unfit = Unfit(model);
        var end = unfit is null ? EndOf(model, history) : null;
        var ends = others.Select(other => EndOf(other, history)).ToArray();
        return new FadeOutlook(model, [Around(model, others, one => one.PerRootDay), Around(model, others, one => one.PerCycle), IsAtLimit(model) ? null : Around(model, others, one => one.Exponent)])
        {
            KnownTo = history.Cycle[^1], EndCycle = end, HeldOutError = HeldOut(history),
            EndInterval = end is { } cycle && ends.All(one => one is not null) ? Jackknife(cycle, [.. ends.Select(one => one!.Value)]) : null,
            Refusal = unfit ?? (end is null ? FormattableString.Invariant($"The model does not lose {100 * End:0} % within {MostAhead:0} times the {history.Cycle[^1]:0} cycles it was fitted on.") : null),
        };
    }

    // A knee, or any other fade that no power law follows, shows in the residual or drives the exponent to its limit.
    private static string? Unfit(FadeModel model) => model.Rms <= MostResidual && !IsAtLimit(model) ? null
        : FormattableString.Invariant($"The model does not follow this fade: residual {100 * model.Rms:0.0} points{(IsAtLimit(model) ? ", exponent at its limit" : "")}. A fade with a knee is told by cells like it.");

    private static bool IsAtLimit(FadeModel model) => model.Exponent is <= FadeModel.LeastExponent + Close or >= FadeModel.MostExponent - Close;

    // Without days the part by time moves nothing, so whatever the search left there means nothing.
    private static FadeModel? Model(FadeHistory history) => FadeModel.Fit(history.Uses, history.Lost) is not { } found ? null
        : history.Uses.Any(use => use.Days > 0) ? found : found with { PerRootDay = 0 };

    private static Interval? Around(FadeModel model, FadeModel[] others, Func<FadeModel, double> part) => part(model) > 0 ? Jackknife(part(model), Array.ConvertAll(others, other => part(other))) : null;

    private static Interval? Jackknife(double value, double[] without)
    {
        if (without.Length < Blocks) return null;
        var mean = without.Average();
        var deviation = Math.Sqrt((without.Length - 1.0) / without.Length * without.Sum(one => (one - mean) * (one - mean)));
        var half = StudentT.Quantile((1 + Level) / 2, without.Length - 1) * deviation;
        return new Interval(Math.Max(0, value - half), value + half, Level);
    }

    // Use goes on as it went: full cycles and days grow with the count of cycles.
    private static double? EndOf(FadeModel model, FadeHistory history)
    {
        var (last, cycles) = (history.Uses[^1], history.Cycle[^1]);
        for (var i = 1; i <= Steps; i++)
        {
            var cycle = MostAhead * cycles * i / Steps;
            var ahead = cycle / cycles;
            if (model.Loss(last with { Days = last.Days * ahead, FullCycles = last.FullCycles * ahead }) >= End) return cycle;
        }

        return null;
    }

    private static double HeldOut(FadeHistory history)
    {
        var first = history.First(2 * history.Lost.Length / 3);
        if (Model(first) is not { } model) return double.NaN;
        return 100 * Enumerable.Range(first.Lost.Length, history.Lost.Length - first.Lost.Length).Average(i => Math.Abs(model.Loss(history.Uses[i]) - history.Lost[i]));
    }
}
