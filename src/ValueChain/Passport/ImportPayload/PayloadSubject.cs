using Voltloop.Core.Identities;
using Voltloop.Core.Time;
using Voltloop.Record.Importing;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;
using Voltloop.Record.Terms;
using Voltloop.Record.Things;

namespace Voltloop.Passport.ImportPayload;

/// <summary>What a payload is about, with what the record already says of it.</summary>
/// <param name="Id">The battery, or the model.</param>
/// <param name="Known">The thing in the record; <c>null</c> when the import creates it.</param>
/// <param name="Model">Where data of the model goes; <c>null</c> when everything goes to the subject itself.</param>
/// <param name="ModelKnown">True when the model is in the record.</param>
internal sealed record PayloadSubject(ThingId Id, Thing? Known, ThingId? Model, bool ModelKnown)
{
    /// <summary>Statements that hold, by thing and term.</summary>
    public required IReadOnlyDictionary<(ThingId Thing, string Term), RecordedStatement> Current { get; init; }

    /// <summary>The thing that keeps the values of a term.</summary>
    public ThingId KeeperOf(Term term) => term.Granularity == Granularity.Model ? Model ?? Id : Id;

    /// <summary>Looks the subject up.</summary>
    public static async Task<PayloadSubject> FindAsync(ThingId id, ImportOptions options, IRecordReader record, CancellationToken cancellation)
    {
        var known = await record.FindThingAsync(id, cancellation).ConfigureAwait(false);
        var model = known is null ? options.Model : known.Model;
        var modelKnown = model is { } m && await record.FindThingAsync(m, cancellation).ConfigureAwait(false) is not null;
        var statements = new List<RecordedStatement>();
        if (known is not null) statements.AddRange(await record.ReadStatementsAsync(id, AsOf.Latest, cancellation).ConfigureAwait(false));
        if (modelKnown) statements.AddRange(await record.ReadStatementsAsync(model!.Value, AsOf.Latest, cancellation).ConfigureAwait(false));
        return new PayloadSubject(id, known, model, modelKnown)
        {
            Current = statements.ToDictionary(recorded => (recorded.Statement.Thing, recorded.Statement.Term)),
        };
    }
}
