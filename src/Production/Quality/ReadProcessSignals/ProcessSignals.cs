using System.Text.Json;
using Voltloop.Core.Problems;
using Voltloop.Quality.Model;
using Voltloop.Record.Events;

namespace Voltloop.Quality.ReadProcessSignals;

/// <summary>Reads what sensors of machines read, from the events of the record that the actor may see.</summary>
/// <param name="events">The events.</param>
internal sealed class ProcessSignals(IEventReader events)
{
    /// <summary>Most events that are read for one answer.</summary>
    public const int MaxEvents = 2_000;

    /// <summary>Most machines of a list.</summary>
    public const int MaxMachines = 500;

    private const string Repairing = "https://ref.gs1.org/cbv/BizStep-repairing";

    // An event is told when a coil comes off, so readings of a time stand in events up to a day later.
    private static readonly TimeSpan ToldLater = TimeSpan.FromHours(24);

    /// <summary>Read points of the record: machines and doors.</summary>
    public async Task<IReadOnlyList<string>> MachinesAsync(CancellationToken cancellation) =>
        (await events.ListNamesAsync(EventRoles.ReadPoint, null, MaxMachines, cancellation)).Items;

    /// <summary>Whether the newest event of a machine tells a reading of its own.</summary>
    public async Task<bool> HasReadingsAsync(string machine, CancellationToken cancellation) =>
        (await events.ScanAsync(new EventScan { ReadPoints = [machine], Limit = 1 }, cancellation)).Items.Any(newest => SensorReports.Of(newest).Any());

    /// <summary>All signals of a machine in a time, in the order of time.</summary>
    /// <exception cref="ProblemException">The time is empty or too long, or holds too many events.</exception>
    public async Task<IReadOnlyList<ProcessReading>> AllAsync(string machine, DateTimeOffset from, DateTimeOffset before, CancellationToken cancellation)
    {
        if (from >= before || before - from > SignalRequest.Longest) throw new ProblemException(CommonProblems.InvalidValue, $"From {from:u} to {before:u} is no time of up to {SignalRequest.Longest.TotalDays} days.", "before");
        var scan = new EventScan { ReadPoints = [machine], From = from, To = before + ToldLater, Descending = false, Limit = MaxEvents };
        var page = await events.ScanAsync(scan, cancellation);
        if (page.Next is not null) throw new ProblemException(CommonProblems.LimitExceeded, $"The machine has more events in this time than ProcessSignals.MaxEvents ({MaxEvents}).", "before", "Ask for a shorter time.");
        return [.. page.Items.SelectMany(SensorReports.Of).Where(reading => reading.At >= from && reading.At < before).OrderBy(reading => reading.At)];
    }

    /// <summary>One signal of a machine.</summary>
    /// <exception cref="ProblemException">There is none in this time.</exception>
    public async Task<SignalSeries> ReadAsync(SignalRequest request, CancellationToken cancellation)
    {
        var all = await AllAsync(request.Machine, request.From, request.Before, cancellation);
        ProcessReading[] wanted = [.. all.Where(reading => reading.Signal == request.Signal)];
        if (wanted.Length > 0) return new SignalSeries(request.Machine, request.Signal, SignalNames.Unit(wanted[0].Unit), wanted);
        var there = all.Select(reading => reading.Signal).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        throw new ProblemException(CommonProblems.NotFound, $"{MachineName.Short(request.Machine)} has no readings of {request.Signal} from {request.From:u} to {request.Before:u}.", "signal", there.Length > 0 ? $"In this time it read {string.Join(", ", there)}." : "It read nothing in this time.");
    }

    /// <summary>Repairs of a machine in a time, in the order of time (business step repairing of CBV 2.0).</summary>
    public async Task<IReadOnlyList<MachineRepair>> RepairsAsync(string machine, DateTimeOffset from, DateTimeOffset before, CancellationToken cancellation)
    {
        var scan = new EventScan { ReadPoints = [machine], BizSteps = [Repairing], From = from, To = before, Descending = false, Limit = ChartMaker.MaxPhases - 1 };
        return [.. (await events.ScanAsync(scan, cancellation)).Items.Select(Repaired)];
    }

    /// <summary>When the newest reading of any machine was told; <c>null</c> without one.</summary>
    public async Task<DateTimeOffset?> NewestAsync(IReadOnlyList<string> machines, CancellationToken cancellation)
    {
        if (machines.Count == 0) return null;
        var page = await events.ScanAsync(new EventScan { ReadPoints = [.. machines], Limit = 1 }, cancellation);
        return page.Items.Count > 0 ? page.Items[0].EventTime : null;
    }

    private static MachineRepair Repaired(RecordedEvent told)
    {
        using var json = JsonDocument.Parse(told.Json);
        var reason = json.RootElement.TryGetProperty("voltloop:reason", out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : "no reason given";
        return new MachineRepair(told.EventTime, reason, told.Hash.ToString());
    }
}
