using System.Text.Json;
using System.Text.Json.Nodes;
using Voltloop.Core.Problems;
using Voltloop.Passport.Dialects;
using Voltloop.Passport.Model;
using Voltloop.Passport.Model.Aas;
using Voltloop.Record.Importing;
using Voltloop.Record.Terms;

namespace Voltloop.Passport.ImportPayload;

/// <summary>Reads the submodels of an environment of the Asset Administration Shell, each through its own dialect.</summary>
internal sealed class SubmodelReader(DialectCatalog dialects, IVocabulary vocabulary)
{
    /// <summary>True when the root has the members of an environment or of a submodel.</summary>
    public static bool IsEnvironment(IReadOnlyList<string> members) =>
        members.Any(member => member is "assetAdministrationShells" or "submodels" or "conceptDescriptions" or "submodelElements");

    /// <summary>The readings; submodels of an unknown meaning are reported with the first.</summary>
    /// <exception cref="ProblemException">No submodel is of a known meaning.</exception>
    public IReadOnlyList<DialectReading> Read(JsonElement root)
    {
        var readings = new List<DialectReading>();
        var unknown = new List<Finding>();
        foreach (var environment in AasEnvironment.Split(root))
        {
            if (Read(environment) is { } reading) readings.Add(reading);
            else unknown.Add(Unknown(environment));
        }

        if (readings.Count == 0)
        {
            throw new ProblemException(
                CommonProblems.UnknownFormat, "No submodel of the environment is one of IDTA 02035-1 to -7 or 02099-1.", null, "The semanticId of the submodel tells its meaning.");
        }

        if (unknown.Count > 0) readings[0] = readings[0] with { Reading = readings[0].Reading with { Findings = [.. readings[0].Reading.Findings, .. unknown] } };
        return readings;
    }

    private DialectReading? Read(JsonObject environment)
    {
        var whole = JsonSerializer.SerializeToElement(environment);
        var values = JsonSerializer.SerializeToElement(AasValues.Of(whole.GetProperty("submodels")[0]));
        var best = DialectFinder.Closest(
            DialectFinder.BestForSubmodel(dialects.All, whole), dialect => PayloadDecoder.Decode(dialect, vocabulary, values));
        return best is null ? null : best with { Reading = best.Reading with { Residue = AasEnvironment.Keep(best.Dialect, best.Reading.Residue, environment) } };
    }

    private static Finding Unknown(JsonObject environment)
    {
        var name = environment["submodels"]?[0]?["idShort"]?.ToString() ?? "without a name";
        return new Finding(FindingSeverity.Warning, "submodel-unknown", $"The submodel {name} is of no known meaning: it is kept with the document, but gives no facts.");
    }
}
