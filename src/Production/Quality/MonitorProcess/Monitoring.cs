using System.Globalization;
using Voltloop.Core.Problems;
using Voltloop.Quality.Model;
using Voltloop.Quality.ReadProcessSignals;
using Voltloop.Record.Importing;

namespace Voltloop.Quality.MonitorProcess;

/// <summary>Watches many signals together, from files or from the record.</summary>
/// <param name="signals">Signals of machines in the record.</param>
internal sealed class Monitoring(ProcessSignals signals)
{
    /// <summary>Watches tables.</summary>
    /// <exception cref="ProblemException">The tables do not fit, or no method can run.</exception>
    public static MonitorResource OfFiles((ImportSource Train, ImportSource Test, ImportSource? Calibrate) files, MonitorRequest request)
    {
        var (input, note) = SignalTableReader.Read(files, request.FaultFrom);
        var result = MonitorResource.Of(files.Test.Name, ProcessMonitor.Run(input, request.Settings()), request.Row);
        return note is null ? result : result with { Notes = [note, .. result.Notes] };
    }

    /// <summary>Watches the signals of a machine on a day, with models and limits from the day before.</summary>
    /// <exception cref="ProblemException">The machine read too little on one of the days.</exception>
    public async Task<MonitorResource> OfMachineAsync(string machine, DateOnly day, MonitorRequest request, CancellationToken cancellation)
    {
        var start = new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero);
        var readings = await signals.AllAsync(machine, start.AddDays(-1), start.AddDays(1), cancellation);
        var rows = SignalRows.Of(MachineName.Short(machine), readings);
        var before = rows.Times.TakeWhile(at => at < start).Count();
        if (rows.Rows.Count == before) throw new ProblemException(CommonProblems.NotFound, $"{MachineName.Short(machine)} read nothing on {day:yyyy-MM-dd}.", "day");
        if (before < TrainingRows.Fewest) throw new ProblemException(QualityProblems.TooFewPoints, string.Create(CultureInfo.InvariantCulture, $"{MachineName.Short(machine)} has {before} readings on the day before {day:yyyy-MM-dd}, which models and limits come from; {TrainingRows.Fewest} are needed."), "day");
        var input = new MonitorInput(SignalRows.Part(rows, 0, before), SignalRows.Part(rows, before, rows.Rows.Count));
        return MonitorResource.Of($"{MachineName.Short(machine)}, {day:yyyy-MM-dd}", ProcessMonitor.Run(input, request.Settings()), request.Row);
    }
}
