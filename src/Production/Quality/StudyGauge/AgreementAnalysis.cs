using System.Globalization;
using Voltloop.Core.Problems;
using Voltloop.Kernels.Gauge;

namespace Voltloop.Quality.StudyGauge;

/// <summary>Agreement of appraisers who judge by kinds: with each other, and with what is right.</summary>
internal static class AgreementAnalysis
{
    private const double Strong = 0.75;

    /// <summary>Works a study out.</summary>
    /// <exception cref="ProblemException">A cell is missing.</exception>
    public static GaugeResource Of(string name, GaugeTable study)
    {
        var said = study.Appraisers.ToDictionary(who => who, who => Said(study, who), StringComparer.Ordinal);
        if (said.Values.Select(list => list.Length).Distinct().Count() > 1) throw new ProblemException(QualityProblems.MissingCell, "Appraisers have judged parts different numbers of times.", name);
        List<AgreementRow> rows = [.. Pairs(study.Appraisers).Select(pair => Compared($"{pair.First} with {pair.Second}", said[pair.First], said[pair.Second]))];
        if (study.Rows.All(row => row.Reference is not null)) rows.AddRange(study.Appraisers.Select(who => Compared($"{who} with what is right", said[who], Right(study, who))));
        if (study.Appraisers.Count > 2) rows.Add(All(study, said));
        var weakest = rows.Where(row => row.Kappa is not null).MinBy(row => row.Kappa);
        return new GaugeResource(name, "judgements", "kappa of Cohen for pairs, of Fleiss for all")
        {
            Agreement = rows,
            Says = weakest is null ? "Only one kind was ever said: agreement beyond chance cannot be told." : string.Create(CultureInfo.InvariantCulture, $"Weakest agreement: {weakest.Between}, kappa {weakest.Kappa:F2}{(weakest.Kappa >= Strong ? ", strong" : ", below 0.75")}."),
        };
    }

    private static string[] Said(GaugeTable study, string who) => [.. Of(study, who).Select(row => row.Judgement!)];

    private static string[] Right(GaugeTable study, string who) => [.. Of(study, who).Select(row => row.Reference!)];

    // Sorting is stable: repeats stay in the order of the table.
    private static IEnumerable<GaugeRow> Of(GaugeTable study, string who)
    {
        GaugeRow[] own = [.. study.Rows.Where(row => row.Appraiser == who).OrderBy(row => row.Part, StringComparer.Ordinal)];
        var repeats = study.Rows.Count / (study.Appraisers.Count * study.Parts.Count);
        foreach (var part in study.Parts)
        {
            var count = own.Count(row => row.Part == part);
            if (count != repeats) throw new ProblemException(QualityProblems.MissingCell, $"Part {part} by appraiser {who} has {count} of {repeats} judgements.");
        }

        return own;
    }

    private static IEnumerable<(string First, string Second)> Pairs(IReadOnlyList<string> names) =>
        names.SelectMany((first, i) => names.Skip(i + 1).Select(second => (first, second)));

    private static AgreementRow Compared(string between, string[] first, string[] second)
    {
        var kappa = Agreement.Cohen(first, second);
        return new AgreementRow(between, first.Length, 100.0 * first.Zip(second).Count(pair => pair.First == pair.Second) / first.Length, double.IsFinite(kappa) ? kappa : null);
    }

    private static AgreementRow All(GaugeTable study, Dictionary<string, string[]> said)
    {
        var items = said.Values.First().Length;
        IReadOnlyList<string>[] judgements = [.. Enumerable.Range(0, items).Select(i => (IReadOnlyList<string>)[.. study.Appraisers.Select(who => said[who][i])])];
        var kappa = Agreement.Fleiss(judgements);
        return new AgreementRow("all together", items, 100.0 * judgements.Count(item => item.Distinct(StringComparer.Ordinal).Count() == 1) / items, double.IsFinite(kappa) ? kappa : null);
    }
}
