using System.Text.Json.Nodes;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Passport.Dialects;
using Voltloop.Passport.Model;
using Voltloop.Passport.ReadPassport;
using Voltloop.Record.Ports;

namespace Voltloop.Passport.ExportPassport;

/// <summary>Writes passports in a dialect, or as Voltloop's own file.</summary>
internal sealed class PassportExporter(PassportReader reader, IRecordReader record, DialectCatalog dialects)
{
    /// <summary>Names of all formats.</summary>
    public IReadOnlyList<string> Formats => [VoltloopExport.Id, .. dialects.All.Select(dialect => dialect.Id)];

    /// <summary>The file with all that an audience may read.</summary>
    /// <exception cref="ProblemException">Unknown format, thing or audience.</exception>
    public async Task<JsonObject> ExportAsync(ThingId id, string format, ExportScope scope, CancellationToken cancellation = default)
    {
        var dialect = IsOwn(format) ? null : dialects.Get(format);
        var view = await reader.ReadAsync(id, scope.AsOf, scope.Audience, cancellation).ConfigureAwait(false);
        if (dialect is not null) return Export(view, dialect);
        var model = view.Thing.Model is { } parent ? await record.FindThingAsync(parent, cancellation).ConfigureAwait(false) : null;
        return VoltloopExport.Export(view, model);
    }

    private static bool IsOwn(string format) => string.Equals(format, VoltloopExport.Id, StringComparison.OrdinalIgnoreCase);

    private static JsonObject Export(PassportView view, Dialect dialect)
    {
        var values = view.Entries.ToDictionary(
            entry => entry.Term.Id, entry => new DatedValue(entry.Recorded.Statement.Value, entry.Recorded.Statement.ValidFrom), StringComparer.Ordinal);
        var residue = view.Find(dialect.ExtensionTerm)?.Recorded.Statement.Value.AsElement();
        return PayloadEncoder.Encode(dialect, values, residue);
    }
}
