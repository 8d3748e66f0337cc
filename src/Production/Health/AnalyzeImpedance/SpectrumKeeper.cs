using System.Text.Json;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Core.Provenance;
using Voltloop.Health.Model;
using Voltloop.Record.Documents;
using Voltloop.Record.Importing;
using Voltloop.Record.Ports;
using Voltloop.Record.Series;
using Voltloop.Record.Statements;
using Voltloop.Web.Http;

namespace Voltloop.Health.AnalyzeImpedance;

/// <summary>Keeps an analysed spectrum in the record of a battery: the file, its points as a series, what they say as a statement.</summary>
internal sealed class SpectrumKeeper(IRecordReader record, IRecordWriter writer, TimeProvider clock)
{
    /// <summary>Title of the series.</summary>
    public const string Title = "Impedance spectrum";

    private static readonly ChannelSpec[] Channels = [new("frequency_hertz", "Hz"), new("real_impedance_ohm", "ohm"), new("imaginary_impedance_ohm", "ohm")];

    private static readonly Evidence Method = new(
        "eis.linear-kramers-kronig-and-circuit",
        "Schönleber et al., Electrochim. Acta 131 (2014) 20; Macdonald and Garber, J. Electrochem. Soc. 124 (1977) 1022; Wan et al., Electrochim. Acta 184 (2015) 483",
        "A linear, causal and steady cell: the largest residual after Kramers and Kronig is stated with it. Charge and temperature are those of the measurement.");

    /// <summary>Writes it; the same file again writes the points once and a new statement.</summary>
    /// <param name="id">The battery.</param>
    /// <param name="source">The file.</param>
    /// <param name="result">Its analysis.</param>
    /// <param name="issuer">Who claims it.</param>
    /// <param name="cancellation">Stops before writing.</param>
    /// <returns>The series that holds the points.</returns>
    /// <exception cref="ProblemException">The record does not know the thing.</exception>
    public async Task<string> KeepAsync(ThingId id, ImportSource source, ImpedanceResource result, string issuer, CancellationToken cancellation)
    {
        _ = await record.FindThingAsync(id, cancellation) ?? throw new ProblemException(CommonProblems.NotFound, $"The record knows no thing \"{id}\".", "thing");
        double[][] columns = [Column(result, point => point.FrequencyHertz), Column(result, point => point.RealOhm), Column(result, point => point.ImaginaryOhm)];
        var spec = new SeriesSpec(SeriesNames.Derive(id, Channels, columns), id, Title, Channels) { Source = source.Sha256 };
        var known = await record.FindSeriesAsync(spec.Id, cancellation) is not null;
        var statement = new StatementContext(id, clock.GetUtcNow(), [spec.Id, source.Sha256]).State(HealthTerms.ImpedanceAnalysis, StatementValue.Of(Value(spec.Id, result)), Method);
        await writer.WriteAsync(new WriteBatch
        {
            Documents = known ? [] : [new DocumentContent(source.Name, "text/plain", source.Bytes)],
            Series = known ? [] : [new SeriesAppend(spec, columns) { ExpectedSamples = 0 }],
            Assertions = [new Assertion(issuer, [statement])],
        }, cancellation);
        return spec.Id;
    }

    private static double[] Column(ImpedanceResource result, Func<ImpedancePoint, double> part) => [.. result.Points.Select(part)];

    // The points themselves stand in the series.
    private static JsonElement Value(string series, ImpedanceResource result) => JsonSerializer.SerializeToElement(
        new KeptSpectrum(series, result.File, result.Format) { Points = result.Points.Count, Validity = result.Validity, Circuit = result.Circuit, Peaks = result.Relaxation?.Peaks ?? [] }, JsonOutput.Compact);
}
