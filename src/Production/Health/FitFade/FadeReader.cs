using System.Text.Json;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Health.EstimateCharge;
using Voltloop.Health.Model;
using Voltloop.Health.Model.Lifetime;
using Voltloop.Health.ShowCapacity;
using Voltloop.Kernels.Ageing;
using Voltloop.Record.Ports;
using Voltloop.Record.Series;
using Voltloop.Record.Statements;
using Voltloop.Web.Http;

namespace Voltloop.Health.FitFade;

/// <summary>Fits a fade model to what the record knows of a battery, and states it there when asked to.</summary>
internal sealed class FadeReader(IRecordReader record, IRecordWriter writer, TimeProvider clock)
{
    /// <summary>The history does not carry a fade model.</summary>
    public static readonly ProblemKind NoFade = new("fade-not-told", "The history does not carry a fade model.", 422, 2);

    private const string Temperature = "ambient_temperature_celsius";
    private const double LeastRange = 0.01;
    private const double SecondsPerHour = 3600;

    /// <summary>The model.</summary>
    /// <exception cref="ProblemException">The record has no capacity per cycle of the thing, or too little of it.</exception>
    public async Task<FadeResource> ReadAsync(ThingId id, FadeRequest request, CancellationToken cancellation)
    {
        if (await new CapacityReader(record).ReadAsync(id, cancellation) is not var (series, history)) throw new ProblemException(CommonProblems.NotFound, $"The record has no capacity per cycle of \"{id}\".");
        var asked = request.Checked();
        var celsius = await TemperatureAsync(series, cancellation);
        var (depth, from) = asked.Depth is { } given ? (given / 100, "given") : await DepthAsync(id, history, cancellation);
        var outlook = await Task.Run(() => FadeFitter.Fit(FadeHistory.Of(history, celsius, asked.DaysPerCycle ?? 0, depth)), cancellation)
            ?? throw new ProblemException(NoFade, $"At least {FadeFitter.FewestPoints} usable measurements and some loss are needed.");
        return FadeResource.Of(series.Spec.Id, outlook) with { Celsius = celsius, DepthPercent = Math.Round(100 * depth, 2), DepthFrom = from };
    }

    /// <summary>Fits the model and states it in the record.</summary>
    /// <exception cref="ProblemException">The record has no capacity per cycle of the thing, or too little of it.</exception>
    public async Task<FadeResource> KeepAsync(ThingId id, FadeRequest request, string issuer, CancellationToken cancellation)
    {
        var fade = await ReadAsync(id, request, cancellation);
        var statement = new StatementContext(id, clock.GetUtcNow(), [fade.SeriesId]).State(HealthTerms.FadeModel, StatementValue.Of(JsonSerializer.SerializeToElement(fade, JsonOutput.Compact)), FadeFitter.Method);
        await writer.WriteAsync(new WriteBatch { Assertions = [new Assertion(issuer, [statement])] }, cancellation);
        return fade;
    }

    /// <summary>Mean depth of the cycles of a recording, by rainflow counting of its charge; ranges below 1 % are noise.</summary>
    /// <param name="recording">Voltage and current over time.</param>
    /// <param name="capacity">Capacity that counts as 1, Ah.</param>
    public static double? Depth(CellRecording recording, double capacity)
    {
        var charge = new double[recording.Second.Length];
        for (var i = 1; i < charge.Length; i++) charge[i] = charge[i - 1] + (0.5 * (recording.Ampere[i] + recording.Ampere[i - 1]) * (recording.Second[i] - recording.Second[i - 1]) / SecondsPerHour / capacity);
        var cycles = Rainflow.Count(charge).Where(cycle => cycle.Range >= LeastRange).ToList();
        return cycles.Count == 0 ? null : Math.Min(1, cycles.Sum(cycle => cycle.Range * cycle.Count) / cycles.Sum(cycle => cycle.Count));
    }

    private async Task<(double Depth, string From)> DepthAsync(ThingId id, CapacityHistory history, CancellationToken cancellation)
    {
        var recordings = await new RecordingReader(record).ReadAsync(id, cancellation);
        var capacity = history.Rated ?? history.Capacity.Where(double.IsFinite).DefaultIfEmpty(double.NaN).Max();
        return recordings.MaxBy(one => one.Duration) is { } longest && capacity > 0 && Depth(longest, capacity) is { } depth ? (depth, "rainflow") : (1, "full");
    }

    private async Task<double> TemperatureAsync(SeriesInfo series, CancellationToken cancellation)
    {
        if (!series.Spec.Channels.Any(channel => string.Equals(channel.Name, Temperature, StringComparison.Ordinal))) return CellRecording.PresumedCelsius;
        var values = new List<double>();
        await foreach (var block in record.ReadSeriesAsync(series.Spec.Id, new SeriesRange(Channels: [Temperature]), cancellation)) values.AddRange(block.Columns[0].Where(double.IsFinite));
        return values.Count == 0 ? CellRecording.PresumedCelsius : Math.Round(values.Average(), 2);
    }
}
