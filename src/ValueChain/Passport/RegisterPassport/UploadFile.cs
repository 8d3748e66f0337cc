using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Voltloop.Core.Problems;
using Voltloop.Passport.Model;
using Voltloop.Web.Http;

namespace Voltloop.Passport.RegisterPassport;

/// <summary>
/// Files for the upload of registrations, at most 100 in each. The registry's own schema is not published; the members are
/// named after Articles 8 and 9 of IR (EU) 2026/1778, and the form carries its name so that a later schema can be told apart.
/// </summary>
internal static class UploadFile
{
    /// <summary>Most registrations that one file may hold.</summary>
    public const int MostEntries = 100;

    private const string Form = "voltloop-registry-upload/1";

    /// <summary>The file as JSON.</summary>
    public static byte[] Json(IReadOnlyList<RegistryEntry> entries) =>
        JsonSerializer.SerializeToUtf8Bytes(new { form = Form, registrations = Checked(entries) }, JsonOutput.Options);

    /// <summary>The file as XML.</summary>
    public static byte[] Xml(IReadOnlyList<RegistryEntry> entries)
    {
        var root = new XElement("registrations", new XAttribute("form", Form), Checked(entries).Select(Element));
        using var bytes = new MemoryStream();
        using (var writer = new StreamWriter(bytes, new UTF8Encoding(false))) new XDocument(new XDeclaration("1.0", "utf-8", null), root).Save(writer);
        return bytes.ToArray();
    }

    private static XElement Element(RegistryEntry entry) => new(
        "registration",
        JsonSerializer.SerializeToElement(entry, JsonOutput.Compact).EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.String)
            .Select(member => new XElement(member.Name, member.Value.GetString())));

    private static IReadOnlyList<RegistryEntry> Checked(IReadOnlyList<RegistryEntry> entries) => entries.Count is > 0 and <= MostEntries
        ? entries
        : throw new ProblemException(CommonProblems.LimitExceeded, $"A file holds 1 to {MostEntries} registrations, not {entries.Count}.");
}
