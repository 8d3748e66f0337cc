using System.Globalization;
using Voltloop.Core.Problems;
using Voltloop.Passport.Model;
using Voltloop.Passport.Model.Aas;
using Voltloop.Record.Terms;

namespace Voltloop.Passport.Dialects;

/// <summary>The dialects that Voltloop reads and writes, from tables beside the program.</summary>
internal sealed class DialectCatalog
{
    private readonly Dictionary<string, Dialect> _byId;

    private DialectCatalog(IReadOnlyList<Dialect> all)
    {
        All = all;
        _byId = all.ToDictionary(dialect => dialect.Id, StringComparer.OrdinalIgnoreCase);
    }

    private const string ElementTreeCarrier = "en18223";

    /// <summary>Name of the folder of tables beside the program.</summary>
    public const string FolderName = "dialects";

    /// <summary>All dialects, in the order of the table.</summary>
    public IReadOnlyList<Dialect> All { get; }

    /// <summary>Reads the tables.</summary>
    /// <exception cref="ProblemException"><see cref="VocabularyProblems.BadTable"/>, with file and line.</exception>
    public static DialectCatalog Load(IVocabulary vocabulary) =>
        Load(Path.Combine(AppContext.BaseDirectory, FolderName), vocabulary);

    /// <summary>Reads the tables of a folder.</summary>
    /// <exception cref="ProblemException"><see cref="VocabularyProblems.BadTable"/>, with file and line.</exception>
    public static DialectCatalog Load(string folder, IVocabulary vocabulary)
    {
        var mappings = CsvTable.Read(Path.Combine(folder, "mappings.csv")).ToLookup(row => row.Text("dialect"), StringComparer.Ordinal);
        var checks = CsvTable.Read(Path.Combine(folder, "checks.csv")).ToLookup(row => row.Text("dialect"), StringComparer.Ordinal);
        var elements = Elements(Path.Combine(folder, "aas.csv"));
        var dialects = CsvTable.Read(Path.Combine(folder, "dialects.csv"))
            .Select(row => Read(row, mappings[row.Text("id")], checks[row.Text("id")], vocabulary) with { Template = elements[row.Text("id")].ToDictionary(element => element.Path, StringComparer.Ordinal) });
        return new DialectCatalog(dialects.ToList());
    }

    /// <summary>The dialect with an id.</summary>
    /// <exception cref="ProblemException"><see cref="CommonProblems.UnknownFormat"/>, with the ids there are.</exception>
    public Dialect Get(string id) => _byId.GetValueOrDefault(id) ?? throw new ProblemException(
        CommonProblems.UnknownFormat, $"There is no format \"{id}\".", null, $"Use one of {string.Join(", ", _byId.Keys)}.");

    private static Dialect Read(CsvRow row, IEnumerable<CsvRow> mappings, IEnumerable<CsvRow> checks, IVocabulary vocabulary)
    {
        var root = new MappingNode();
        var rows = new Dictionary<string, MappingRow>(StringComparer.Ordinal);
        foreach (var line in mappings)
        {
            var mapping = Mapping(line);
            if (mapping.Form != MappingForm.Constant && vocabulary.Find(mapping.Term) is null) throw line.Bad("term", "is not in the vocabulary");
            if (mapping.Form != MappingForm.Constant && !rows.TryAdd(mapping.Term, mapping)) throw line.Bad("term", "is mapped twice in the dialect");
            root.Add(mapping);
        }

        if (vocabulary.Find(row.Required("extensionTerm")) is null) throw row.Bad("extensionTerm", "is not in the vocabulary");
        var marks = row.List("signature").Select(DialectMark.Read).ToList();
        return new Dialect(row.Required("id"), row.Required("title"), row.Required("extensionTerm"), marks, root, checks.Select(Check).ToList()) 
        {
            Rows = rows,
            SubmodelMarks = row.List("submodel").Select(DialectMark.Read).ToList(),
            SubjectTerm = row.Optional("subject") ?? Dialect.PassportIdentifier,
            IsElementTree = string.Equals(row.Text("carrier"), ElementTreeCarrier, StringComparison.Ordinal),
        };
    }

    // An operator's own folder of plain JSON dialects needs no templates.
    private static ILookup<string, AasElement> Elements(string file) =>
        (File.Exists(file) ? CsvTable.Read(file) : [])
            .ToLookup(row => row.Text("dialect"), row => new AasElement(row.Text("path"), row.Required("modelType"), row.Text("valueType"), row.Text("semanticId")), StringComparer.Ordinal);

    private static MappingRow Mapping(CsvRow row)
    {
        var form = Enum.TryParse<MappingForm>(row.Required("form"), ignoreCase: true, out var known) ? known : throw row.Bad("form", "is not known");
        var mapping = new MappingRow(row.Required("path"), row.Text("term"), form) { Factor = Factor(row), Note = row.Optional("note") };
        return form switch
        {
            MappingForm.Constant => mapping with { Constant = row.Required("argument") },
            MappingForm.Timed => mapping with { Members = Members(row, row.List("argument")), Shape = ValueShape.Read(row.List("members")) },
            MappingForm.Language => mapping with { Members = row.List("members").Count == 0 ? ("", MappingRow.LanguageAsName) : Members(row, row.List("members")) },
            MappingForm.Quantity => Quantity(row, mapping) with { Words = Words(row) },
            _ => mapping with { Words = Words(row), Shape = ValueShape.Read(row.List("members")) },
        };
    }

    private static decimal Factor(CsvRow row)
    {
        if (row.Optional("factor") is not { } text) return 1;
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var factor) && factor != 0
            ? factor
            : throw row.Bad("factor", "must be a number other than 0");
    }

    private static List<KeyValuePair<string, string>> Words(CsvRow row) => row.List("argument").Select(word => Word(row, word)).ToList();

    // Number, unit, and then members with fixed texts.
    private static MappingRow Quantity(CsvRow row, MappingRow mapping)
    {
        var members = row.List("members");
        return members.Count == 0 ? mapping
            : mapping with { Members = Members(row, members.Take(2).ToList()), Fixed = members.Skip(2).Select(member => Word(row, member)).ToList() };
    }

    private static (string Value, string Companion) Members(CsvRow row, IReadOnlyList<string> names) =>
        names.Count == 2 ? (names[0], names[1]) : throw row.Bad("members", "must name two members");

    private static KeyValuePair<string, string> Word(CsvRow row, string word)
    {
        var parts = word.Split('=');
        return parts.Length == 2 ? new(parts[0], parts[1]) : throw row.Bad("argument", "must be a list of word=meaning");
    }

    private static ContentCheck Check(CsvRow row)
    {
        var kind = row.Required("check");
        if (!ContentCheck.Kinds.Contains(kind, StringComparer.Ordinal)) throw row.Bad("check", "is not known");
        return new ContentCheck(row.Required("path"), kind, row.Text("argument"), row.Required("code"), row.Required("message"));
    }
}
