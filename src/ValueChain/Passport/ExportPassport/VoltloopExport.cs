using System.Text.Json;
using System.Text.Json.Nodes;
using Voltloop.Passport.CreatePassport;
using Voltloop.Passport.ImportVoltloop;
using Voltloop.Passport.Model;
using Voltloop.Record.Things;

namespace Voltloop.Passport.ExportPassport;

/// <summary>Writes a passport as Voltloop's own file, with the model and the provenance of each value.</summary>
internal static class VoltloopExport
{
    /// <summary>Name of the format for <c>--format</c>.</summary>
    public const string Id = "voltloop";

    /// <summary>The file.</summary>
    /// <param name="model">The model of the thing; <c>null</c> when it has none.</param>
    public static JsonObject Export(PassportView view, Thing? model)
    {
        var file = new VoltloopPassportFile
        {
            Format = VoltloopPassportFile.FormatName,
            Version = VoltloopPassportFile.NewestVersion,
            Things = new[] { model, view.Thing }.OfType<Thing>().Select(Draft).ToList(),
            Statements = view.Entries.Select(Draft).ToList(),
        };
        return JsonSerializer.SerializeToNode(file, VoltloopPassportFile.Json)!.AsObject();
    }

    private static VoltloopPassportFile.ThingDraft Draft(Thing thing) => new()
    {
        Id = thing.Id.Value,
        Kind = thing.Kind,
        Label = thing.Label,
        Model = thing.Model?.Value,
        Aliases = thing.Aliases,
    };

    private static StatementDraft Draft(PassportEntry entry)
    {
        var statement = entry.Recorded.Statement;
        return new StatementDraft
        {
            Thing = statement.Thing.Value,
            Term = statement.Term,
            Value = statement.Value.AsElement(),
            Unit = statement.Unit,
            ValidFrom = statement.ValidFrom,
            Uncertainty = statement.Uncertainty,
            Evidence = statement.Evidence,
        };
    }
}
