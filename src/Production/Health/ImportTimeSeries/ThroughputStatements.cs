using System.Globalization;
using Voltloop.Core.Time;
using Voltloop.Health.Importing;
using Voltloop.Health.Model;
using Voltloop.Health.ReadTables;
using Voltloop.Kernels.Integration;
using Voltloop.Record.Importing;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;

namespace Voltloop.Health.ImportTimeSeries;

/// <summary>Computes what flowed during a time series and when it holds.</summary>
internal sealed class ThroughputStatements(IRecordReader record, ImportOptions options, FindingLog log)
{
    private static readonly DateTimeOffset Earliest = new(1990, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Statements of the series: what its steps and cycles show, and its throughput unless the record already has one from elsewhere.</summary>
    public async Task<IReadOnlyList<Statement>> OfAsync(TableData data, Thing thing, SeriesInputs inputs, CancellationToken cancellation)
    {
        var context = new StatementContext(thing.Id, ValidFrom(data), inputs.Names);
        IReadOnlyList<Statement> shown = RecordedTest.Of(data.Find) is { } test ? TestStatements.Of(test, context) : [];
        if (await HasOtherAsync(thing, inputs, cancellation))
        {
            log.Warn("throughput-not-combined", "The record already has a throughput of this battery from other measurements. Whether they overlap is unknown, so no new one is stated.");
            return shown;
        }

        var rated = await new RatedCapacity(record, log).FindAsync(thing, inputs.Preamble, cancellation);
        var (time, current) = (data.Find(BdfColumns.TestTime)!, data.Find(BdfColumns.Current)!);
        var energy = Trapezoid.Energy(time, current, data.Find(BdfColumns.Voltage)!);
        List<Statement> statements = [.. HealthStatements.Of(Trapezoid.Charge(time, current), energy, rated, context), .. shown];
        if (data.Find(BdfColumns.CycleCount) is { Length: > 0 } cycle && !double.IsNaN(cycle[^1]))
        {
            statements.Add(context.Number(HealthTerms.FullCycles, cycle[^1], "{cycle}", HealthMethods.Cycles));
        }

        return statements;
    }

    private async Task<bool> HasOtherAsync(Thing thing, SeriesInputs inputs, CancellationToken cancellation)
    {
        var statements = await record.ReadStatementsAsync(thing.Id, AsOf.Latest, cancellation);
        return statements.Any(one => string.Equals(one.Statement.Term, HealthTerms.CapacityThroughput, StringComparison.Ordinal)
            && one.Statement.Evidence.Inputs?.Contains(inputs.SeriesId, StringComparer.Ordinal) != true);
    }

    private DateTimeOffset ValidFrom(TableData data)
    {
        if (data.Find(BdfColumns.UnixTime) is not { Length: > 0 } unix || double.IsNaN(unix[^1]))
        {
            return options.Now;
        }

        var latest = options.Now.AddDays(1);
        if (unix[^1] >= Earliest.ToUnixTimeSeconds() && unix[^1] <= latest.ToUnixTimeSeconds())
        {
            return DateTimeOffset.UnixEpoch.AddSeconds(unix[^1]);
        }

        log.Warn("unix-time-implausible", string.Create(CultureInfo.InvariantCulture, $"Unix time {unix[^1]} s lies before 1990 or after the import; the moment of the import was used."), data.Lines[^1]);
        return options.Now;
    }
}
