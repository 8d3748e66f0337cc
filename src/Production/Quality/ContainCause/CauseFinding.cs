using System.Text.Json;
using Voltloop.Core.Identities;
using Voltloop.Core.Provenance;
using Voltloop.Quality.FindCause;
using Voltloop.Record.Statements;
using Voltloop.Web.Http;

namespace Voltloop.Quality.ContainCause;

/// <summary>A cause as it is stated on the machine, lot or roll.</summary>
/// <param name="Cause">In words.</param>
/// <param name="Probability">Probability by chance, corrected.</param>
/// <param name="RiskRatio">Bad share with it over bad share without it.</param>
internal sealed record CauseFinding(string Cause, double Probability, double RiskRatio)
{
    /// <summary>The term.</summary>
    public const string Term = "rootCauseFinding";

    /// <summary>First and last moment at which it may have worked (UTC); empty without a window.</summary>
    public IReadOnlyList<DateTimeOffset> Time { get; init; } = [];

    /// <summary>95 % interval of the risk ratio.</summary>
    public IReadOnlyList<double> RiskRatioInterval { get; init; } = [];

    /// <summary>Bad with it, good with it, bad without it, good without it.</summary>
    public IReadOnlyList<int> Table { get; init; } = [];

    /// <summary>How bad units were told from good ones.</summary>
    public string Judged { get; init; } = "";

    /// <summary>Every unit that it may have touched.</summary>
    public IReadOnlyList<string> Affected { get; init; } = [];

    /// <summary>Those still in the field when it was written.</summary>
    public int InField { get; init; }

    /// <summary>The statement of a cause.</summary>
    public static Statement Of(CauseResource of, CauseEvidence cause, DateTimeOffset now)
    {
        var factor = cause.Factor;
        var finding = new CauseFinding(factor.Name, cause.Probability, factor.RiskRatio)
        {
            Time = cause.Onset.Count > 0 ? [cause.Onset[0], cause.End[^1]] : [], RiskRatioInterval = factor.RiskRatioInterval, Table = [factor.BadWith, factor.GoodWith, factor.BadWithout, factor.GoodWithout],
            Judged = of.Judged, Affected = [.. cause.Affected.Select(unit => unit.Id)], InField = cause.Affected.Count(unit => unit.IsInField),
        };
        return new Statement(ThingId.Parse(factor.Level), Term, StatementValue.Of(JsonSerializer.SerializeToElement(finding, JsonOutput.Options)), now)
        {
            Evidence = new Evidence("cause.commonality", of.Method, of.Validity, [.. cause.Affected.Take(MaxInputs).Select(unit => unit.Id)]),
        };
    }

    /// <summary>A finding that was stated.</summary>
    public static CauseFinding? Read(StatementValue value) => value.IsNull ? null : value.AsElement().Deserialize<CauseFinding>(JsonOutput.Options);

    private const int MaxInputs = 100;
}
