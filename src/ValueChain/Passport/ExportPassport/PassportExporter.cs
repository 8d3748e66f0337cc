using System.Text.Json.Nodes;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Core.Time;
using Voltloop.Passport.Dialects;
using Voltloop.Passport.Model;
using Voltloop.Passport.ReadPassport;
using Voltloop.Record.Policies;

namespace Voltloop.Passport.ExportPassport;

/// <summary>Writes passports in a dialect.</summary>
internal sealed class PassportExporter(PassportReader reader, DialectCatalog dialects)
{
    /// <summary>The payload of a dialect with all that an audience may read.</summary>
    /// <exception cref="ProblemException">Unknown format, thing or audience.</exception>
    public async Task<JsonObject> ExportAsync(ThingId id, string format, ExportScope scope, CancellationToken cancellation = default)
    {
        var dialect = dialects.Get(format);
        var view = await reader.ReadAsync(id, scope.AsOf, scope.Audience, cancellation).ConfigureAwait(false);
        return Export(view, dialect);
    }

    /// <summary>The payload of a dialect from a view.</summary>
    public static JsonObject Export(PassportView view, Dialect dialect)
    {
        var values = view.Entries.ToDictionary(
            entry => entry.Term.Id, entry => new DatedValue(entry.Recorded.Statement.Value, entry.Recorded.Statement.ValidFrom), StringComparer.Ordinal);
        var residue = view.Find(dialect.ExtensionTerm)?.Recorded.Statement.Value.AsElement();
        return PayloadEncoder.Encode(dialect, values, residue);
    }
}
