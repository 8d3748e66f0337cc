using Voltloop.Quality.Model;
using Voltloop.Quality.ReadProcessSignals;
using Voltloop.Quality.ReadTables;
using Voltloop.Record.Importing;

namespace Voltloop.Quality.ChartCharacteristic;

/// <summary>Charts a characteristic from a file or from the record.</summary>
/// <param name="signals">Signals of machines in the record.</param>
internal sealed class Charting(ProcessSignals signals)
{
    /// <summary>Charts a file.</summary>
    public static ChartResource OfFile(ImportSource source, ChartRequest request)
    {
        var samples = SampleReader.Read(DelimitedTable.Read(source, request.Columns));
        return ChartResource.Of(source.Name, ChartMaker.Make(request.Settings(samples), samples));
    }

    /// <summary>Charts a signal of a machine; each of its repairs opens a phase.</summary>
    public async Task<ChartResource> OfSignalAsync(SignalRequest signal, ChartRequest request, CancellationToken cancellation)
    {
        var series = await signals.ReadAsync(signal, cancellation);
        var samples = series.Samples;
        var repairs = await signals.RepairsAsync(signal.Machine, signal.From, signal.Before, cancellation);
        var settings = RepairPhases.After(request.Settings(samples), samples, repairs);
        return ChartResource.Of($"{series.Title} of {MachineName.Short(signal.Machine)}", ChartMaker.Make(settings, samples));
    }
}
