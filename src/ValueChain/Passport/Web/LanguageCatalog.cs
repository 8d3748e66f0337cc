using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Voltloop.Core.Problems;

namespace Voltloop.Passport.Web;

/// <summary>The languages of the public page: every file of the folder, English first, then by code.</summary>
internal sealed class LanguageCatalog
{
    /// <summary>Folder beside the program.</summary>
    public const string Folder = "languages";

    private const string Default = "en";
    private readonly Dictionary<string, Language> _byCode;

    private LanguageCatalog(IEnumerable<Language> languages)
    {
        All = [.. languages.OrderBy(language => string.Equals(language.Code, Default, StringComparison.Ordinal) ? 0 : 1).ThenBy(language => language.Code, StringComparer.Ordinal)];
        _byCode = All.ToDictionary(language => language.Code, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>All languages.</summary>
    public IReadOnlyList<Language> All { get; }

    /// <summary>Reads the files of a folder.</summary>
    /// <exception cref="ProblemException">A file is not a language, or English is missing.</exception>
    public static LanguageCatalog Load(string? folder = null)
    {
        var files = Directory.GetFiles(folder ?? Path.Combine(AppContext.BaseDirectory, Folder), "*.json");
        var catalog = new LanguageCatalog(files.Select(Read));
        return catalog._byCode.ContainsKey(Default)
            ? catalog
            : throw new ProblemException(CommonProblems.MalformedInput, "The folder of languages has no English.", Folder);
    }

    /// <summary>The language that a reader asks for: <c>?lang=</c>, else the best of <c>Accept-Language</c>, else English.</summary>
    public Language Choose(HttpRequest request)
    {
        if (Find(request.Query["lang"]) is { } asked) return asked;
        var wanted = StringWithQualityHeaderValue.TryParseList([.. request.Headers.AcceptLanguage.OfType<string>()], out var list) ? list : [];
        return wanted.Where(value => value.Quality is not 0).OrderByDescending(value => value.Quality ?? 1)
            .Select(value => Find(value.Value.Value)).FirstOrDefault(language => language is not null) ?? _byCode[Default];
    }

    // "de-AT" is German enough.
    private Language? Find(string? tag) => tag is null ? null : _byCode.GetValueOrDefault(tag.Split('-')[0]);

    private static Language Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<Language>(File.ReadAllBytes(file), JsonSerializerOptions.Web)!;
        }
        catch (JsonException e)
        {
            throw new ProblemException(CommonProblems.MalformedInput, $"A language file cannot be read: {e.Message}", file);
        }
    }
}
