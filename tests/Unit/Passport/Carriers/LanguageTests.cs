using System.Text.Json;
using Voltloop.Passport.Web;
using Voltloop.Record.Terms;
using Voltloop.Record.Things;

namespace Voltloop.Tests.Unit.Passport.Carriers;

public sealed class LanguageTests
{
    private static readonly LanguageCatalog Catalog = LanguageCatalog.Load();
    private static readonly Vocabulary Words = Vocabulary.Load();

    public static TheoryData<string> Codes => [.. Catalog.All.Select(language => language.Code)];

    [Fact]
    public void There_are_four_languages_with_English_first() => Catalog.All.Select(language => language.Code).ShouldBe(["en", "de", "fr", "sv"]);

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_word_is_there_and_none_is_empty(string code)
    {
        var (language, english) = (Catalog.All.Single(candidate => candidate.Code == code), Catalog.All[0]);
        language.Terms.Keys.ShouldBe(Words.Terms.Select(term => term.Id), ignoreOrder: true);
        language.Groups.Keys.ShouldBe(Words.Terms.Select(term => term.Group).Distinct(), ignoreOrder: true);
        Words.Terms.Select(term => term.Unit).OfType<string>().Distinct().Except(language.Units.Keys).ShouldBeEmpty();
        language.Kinds.Keys.ShouldBe(Enum.GetNames<ThingKind>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName), ignoreOrder: true);
        language.Page.Keys.ShouldBe(english.Page.Keys, ignoreOrder: true);
        language.Members.Keys.ShouldBe(english.Members.Keys, ignoreOrder: true);
        language.Values.ToDictionary(pair => pair.Key, pair => string.Join(' ', pair.Value.Keys)).ShouldBe(english.Values.ToDictionary(pair => pair.Key, pair => string.Join(' ', pair.Value.Keys)), ignoreOrder: true);
        All(language).ShouldAllBe(text => text.Trim().Length > 0);
    }

    [Fact]
    public void English_names_are_those_of_the_vocabulary() =>
        Words.Terms.Where(term => Catalog.All[0].Terms[term.Id] != term.Label).Select(term => term.Id).ShouldBeEmpty();

    [Theory]
    [InlineData("de")]
    [InlineData("fr")]
    [InlineData("sv")]
    public void A_translation_is_not_a_copy(string code)
    {
        var (language, english) = (Catalog.All.Single(candidate => candidate.Code == code), Catalog.All[0]);
        var same = language.Terms.Count(pair => english.Terms[pair.Key] == pair.Value);
        same.ShouldBeLessThan(language.Terms.Count / 20);
        language.Page.Where(pair => english.Page[pair.Key] == pair.Value && pair.Key is not "model").ShouldBeEmpty();
        string.Format(language["interval"], 95, 1, 2).ShouldContain("95");
    }

    private static IEnumerable<string> All(Language language) => language.Terms.Values.Concat(language.Groups.Values).Concat(language.Units.Values)
        .Concat(language.Kinds.Values).Concat(language.Page.Values).Concat(language.Members.Values).Concat(language.Values.Values.SelectMany(words => words.Values));
}
