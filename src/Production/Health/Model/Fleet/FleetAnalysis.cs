using System.Globalization;
using Voltloop.Kernels.ControlCharts;
using Voltloop.Kernels.Distributions;
using Voltloop.Kernels.Robust;
using Voltloop.Kernels.Shrinkage;

namespace Voltloop.Health.Model.Fleet;

/// <summary>Compares cohorts of a fleet, draws fade rates towards those of their cohort, and says which batteries are worth a look.</summary>
internal sealed class FleetAnalysis
{
    /// <summary>Share of rated capacity at which life ends, %.</summary>
    public const double End = 80;

    /// <summary>Level of all intervals.</summary>
    public const double Level = 0.95;

    /// <summary>Batteries of a cohort between two false alarms of its drift chart, on average.</summary>
    public const double DriftRunLength = 1000;

    private const double DriftShift = 1;
    private const double LeastRisk = 0.05;
    private const double OutlierShare = 0.05;
    private const double LeastDeviation = 1e-6;
    private readonly FleetMember[] _known;
    private readonly string[] _names;
    private readonly HierarchicalRates? _rates;

    /// <summary>Analyses.</summary>
    public FleetAnalysis(IReadOnlyList<FleetMember> members)
    {
        Members = members;
        _known = [.. members.Where(member => member.Fade is not null).OrderBy(member => member.Thing.Value, StringComparer.Ordinal)];
        _names = [.. _known.Select(member => member.Cohort).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        RawRate[] raw = [.. _known.Select(member => new RawRate(member.Fade!.Value.Value, Math.Max(LeastDeviation, member.Fade.Value.Deviation), Array.IndexOf(_names, member.Cohort)))];
        _rates = raw.Length == 0 ? null : HierarchicalRates.Of(raw);
        Rates = [.. _known.Select((member, i) => Rate(member, _rates!.Rates[i]))];
        Cohorts = [.. _names.Select(Cohort)];
    }

    /// <summary>All batteries.</summary>
    public IReadOnlyList<FleetMember> Members { get; }

    /// <summary>Fade of each battery whose fade is known, ordered by identifier.</summary>
    public IReadOnlyList<MemberRate> Rates { get; }

    /// <summary>Cohorts by name.</summary>
    public IReadOnlyList<CohortHealth> Cohorts { get; }

    /// <summary>Mean fade of the fleet, % per 100 cycles, and standard deviations within and between cohorts; <c>null</c> without any fade.</summary>
    public (double Mean, double Within, double Between)? Spread => _rates is null ? null : (_rates.Mean, _rates.Within, _rates.Between);

    /// <summary>Batteries worth a look, the gravest first.</summary>
    public IReadOnlyList<AttentionEntry> Attention()
    {
        var found = new List<(AttentionEntry Entry, int Faults, double Risk, double Fast)>();
        var place = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < _known.Length; i++) place[_known[i].Thing.Value] = i;
        foreach (var member in Members)
        {
            var i = place.GetValueOrDefault(member.Thing.Value, -1);
            var (risk, fast) = i < 0 ? ((double?)null, 0.0) : (Risk(member, _rates!.Rates[i]), Fast(i));
            var reasons = Reasons(member, risk, fast, i);
            if (reasons.Count > 0) found.Add((new AttentionEntry(member.Thing.Value, member.Label, member.Cohort, Math.Round(member.StateOfHealth.Value, 2), risk is { } known ? Math.Round(100 * known, 2) : null, reasons), member.Faults.Count, risk ?? 0, fast));
        }

        return [.. found.OrderByDescending(one => one.Faults).ThenByDescending(one => one.Risk).ThenByDescending(one => one.Fast).ThenBy(one => one.Entry.Id, StringComparer.Ordinal).Select(one => one.Entry)];
    }

    private List<string> Reasons(FleetMember member, double? risk, double fast, int place)
    {
        List<string> reasons = [.. member.Faults];
        if (member.StateOfHealth.Value < End) reasons.Add(Inv($"below {End:0} % of its rated capacity"));
        else if (risk >= LeastRisk) reasons.Add(Inv($"falls below {End:0} % within the next 100 cycles with a probability of {100 * risk:0} %"));
        if (place >= 0 && fast > Normal.UpperQuantile(OutlierShare / Math.Max(2, _known.Length))) reasons.Add(Inv($"fades faster than its cohort: {member.Fade!.Value.Value:0.00} against {_rates!.Cohorts[Array.IndexOf(_names, member.Cohort)].Value:0.00} % per 100 cycles"));
        if (reasons.Count > 0 && member.Flagged > 0) reasons.Add(Inv($"{member.Flagged} flagged samples"));
        return reasons;
    }

    private static double Risk(FleetMember member, ShrunkRate rate)
    {
        var deviation = Math.Sqrt(member.StateOfHealth.Deviation * member.StateOfHealth.Deviation + rate.Deviation * rate.Deviation);
        var above = member.StateOfHealth.Value - rate.Value - End;
        return deviation > 0 ? Normal.Cumulative(-above / deviation) : above < 0 ? 1 : 0;
    }

    private double Fast(int i)
    {
        var (value, deviation) = _known[i].Fade!.Value;
        var cohort = _rates!.Cohorts[Array.IndexOf(_names, _known[i].Cohort)];
        return cohort.Members < 3 ? 0 : (value - cohort.Value) / Math.Sqrt(deviation * deviation + _rates.Within * _rates.Within + LeastDeviation);
    }

    private MemberRate Rate(FleetMember member, ShrunkRate rate)
    {
        var half = _rates!.Half(rate.Deviation, Level);
        return new MemberRate(member.Thing.Value, member.Label, member.Cohort, Round(member.Fade!.Value.Value), Round(rate.Value), Round(rate.Value - half), Round(rate.Value + half));
    }

    private CohortHealth Cohort(string name, int number)
    {
        FleetMember[] own = [.. _known.Where(member => string.Equals(member.Cohort, name, StringComparison.Ordinal))];
        double[] fades = [.. own.Select(member => member.Fade!.Value.Value)];
        double[] others = [.. _known.Where(member => !string.Equals(member.Cohort, name, StringComparison.Ordinal)).Select(member => member.Fade!.Value.Value)];
        var (rate, dated) = (_rates!.Cohorts[number], own.All(member => member.Made is not null));
        FleetMember[] ordered = dated ? [.. own.OrderBy(member => member.Made, StringComparer.Ordinal).ThenBy(member => member.Thing.Value, StringComparer.Ordinal)] : own;
        var (half, index) = (_rates.Half(rate.Deviation, Level), StabilityIndex.Of(fades, others));
        return new CohortHealth(name, own.Length, Round(rate.Value), Round(rate.Value - half), Round(rate.Value + half), Math.Round(Median.Of([.. own.Select(member => member.StateOfHealth.Value)]), 2))
        {
            StabilityIndex = index is { } known ? Math.Round(known.Value, 3) : null, ChanceOfIndex = index is { } found ? Math.Round(found.Chance, 4) : null,
            Drift = Drift(ordered), OrderedBy = dated ? "date of manufacture" : "identifier",
        };
    }

    private static CohortDrift? Drift(FleetMember[] ordered)
    {
        double[] fades = [.. ordered.Select(member => member.Fade!.Value.Value)];
        var scores = new double[fades.Length];
        SelfStarting.Standardise(fades, scores);
        // Both directions share the budget of one chart.
        var design = CusumDesign.For(DriftShift, 2 * DriftRunLength);
        var (up, down) = (Cusum.FirstAlarm(scores, design), Cusum.FirstAlarm(Array.ConvertAll(scores, score => -score), design));
        if (up is null && down is null) return null;
        var faster = down is null || up is { } rising && rising.At <= down.Value.At;
        var alarm = faster ? up!.Value : down!.Value;
        return new CohortDrift(faster, ordered[alarm.Since].Label, ordered[alarm.At].Label);
    }

    private static double Round(double value) => Math.Round(value, 5);

    private static string Inv(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
