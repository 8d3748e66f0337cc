using System.Text.Json.Nodes;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Passport.Dialects;
using Voltloop.Passport.Model;
using Voltloop.Passport.Model.Aas;
using Voltloop.Passport.Model.En18223;
using Voltloop.Passport.ReadPassport;
using Voltloop.Record.Ports;

namespace Voltloop.Passport.ExportPassport;

/// <summary>Writes passports in a dialect, or as Voltloop's own file.</summary>
internal sealed class PassportExporter(PassportReader reader, IRecordReader record, DialectCatalog dialects)
{
    private const string ValueOnly = ":value";

    /// <summary>Names of all formats.</summary>
    public IReadOnlyList<string> Formats => [VoltloopExport.Id, .. dialects.All.SelectMany(Names)];

    /// <summary>The file with all that an audience may read.</summary>
    /// <exception cref="ProblemException">Unknown format, thing or audience.</exception>
    public async Task<JsonObject> ExportAsync(ThingId id, string format, ExportScope scope, CancellationToken cancellation = default) =>
        (await ExportWithLossAsync(id, format, scope, cancellation).ConfigureAwait(false)).File;

    /// <summary>The file with all that an audience may read, and what the format could not carry of it.</summary>
    /// <exception cref="ProblemException">Unknown format, thing or audience.</exception>
    public async Task<ExportedPassport> ExportWithLossAsync(ThingId id, string format, ExportScope scope, CancellationToken cancellation = default)
    {
        var valueOnly = format.EndsWith(ValueOnly, StringComparison.OrdinalIgnoreCase);
        var dialect = IsOwn(format) ? null : dialects.Get(valueOnly ? format[..^ValueOnly.Length] : format);
        var view = await reader.ReadAsync(id, scope.AsOf, scope.Audience, cancellation).ConfigureAwait(false);
        if (dialect is not null) return new ExportedPassport(Export(view, dialect, valueOnly), LossFinder.Find(dialect, view));
        var model = view.Thing.Model is { } parent ? await record.FindThingAsync(parent, cancellation).ConfigureAwait(false) : null;
        return new ExportedPassport(VoltloopExport.Export(view, model), LossReport.None(VoltloopExport.Id, view.Entries.Count()));
    }

    private static bool IsOwn(string format) => string.Equals(format, VoltloopExport.Id, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Names(Dialect dialect) =>
        dialect.SubmodelMarks.Count == 0 ? [dialect.Id] : [dialect.Id, dialect.Id + ValueOnly];

    private static JsonObject Export(PassportView view, Dialect dialect, bool valueOnly)
    {
        var values = view.Entries.ToDictionary(
            entry => entry.Term.Id, entry => new DatedValue(entry.Recorded.Statement.Value, entry.Recorded.Statement.ValidFrom), StringComparer.Ordinal);
        var residue = view.Find(dialect.ExtensionTerm)?.Recorded.Statement.Value.AsElement();
        var payload = PayloadEncoder.Encode(dialect, values, residue);
        if (dialect.IsElementTree) return ElementTree.Write(dialect, payload, residue);
        return valueOnly || dialect.SubmodelMarks.Count == 0 ? payload : AasEnvironment.Write(dialect, payload, residue, view.Thing.Id.Value);
    }
}
