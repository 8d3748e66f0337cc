using System.Text;
using System.Text.Json;
using Voltloop.Core.Identities;
using Voltloop.Core.Provenance;
using Voltloop.Core.Time;
using Voltloop.Passport.Model;
using Voltloop.Passport.ReadPassport;
using Voltloop.Record.Policies;
using Voltloop.Record.Statements;
using Voltloop.Record.Terms;
using Voltloop.Record.Things;
using Voltloop.Web.Http;

namespace Voltloop.Tests.Unit.Passport;

/// <summary>A passport from rendered values must be the passport.</summary>
public sealed class PassportJsonTests
{
    private static readonly Vocabulary Vocabulary = Vocabulary.Load();
    private readonly PassportJson _json = new(new RenderedValues());

    [Fact]
    public void The_bytes_are_those_of_the_serialized_document_for_every_term_and_audience()
    {
        foreach (var audience in Vocabulary.Audiences.Audiences)
        {
            var view = View(audience.Name, 1);
            view.Entries.ShouldNotBeEmpty();
            Written(view).ShouldBe(Serialized(view), audience.Name);
        }
    }

    [Fact]
    public void A_statement_about_another_thing_with_the_same_term_is_rendered_for_itself()
    {
        var (first, second) = (View(AudiencePolicy.Operator, 1), View(AudiencePolicy.Operator, 1000));
        Written(first).ShouldBe(Serialized(first));
        Written(second).ShouldBe(Serialized(second));
        Written(first).ShouldBe(Serialized(first), "what is kept of the first is still that of the first");
        Written(second).ShouldNotBe(Written(first));
    }

    private string Written(PassportView view) => Encoding.UTF8.GetString(_json.Write(view, "re\"aders").Span);

    private static string Serialized(PassportView view) => JsonSerializer.Serialize(PassportDocument.Of(view) with { Audience = "re\"aders" }, JsonOutput.Compact);

    // Every term once: those of the model from the model, with texts, numbers and structures that JSON has to escape.
    private static PassportView View(string audience, int seed)
    {
        var thing = new Thing(PassportRoom.Item, ThingKind.Pack, "Pack <1> \u00e4\u20ac", PassportRoom.Model);
        var terms = Vocabulary.Terms.OrderBy(term => term.Id, StringComparer.Ordinal).ToList();
        var own = terms.Where(term => term.Granularity != Granularity.Model).Select((term, n) => Recorded(PassportRoom.Item, term, seed + n)).ToList();
        var ofModel = terms.Select((term, n) => Recorded(PassportRoom.Model, term, seed + 500 + n)).ToList();
        return PassportView.Of(new PassportSource(thing, AsOf.Latest, own, ofModel), Vocabulary, audience);
    }

    private static RecordedStatement Recorded(ThingId thing, Term term, int number)
    {
        string[] values = [$"{number}.50", "\"a<b> \\u00e4 \\\"x\\\"\"", "{\"a\":[1,null,\"\u20ac\"]}", "true"];
        var statement = new Statement(thing, term.Id, StatementValue.FromStoredJson(values[number % values.Length]), PassportRoom.Now.AddMinutes(number))
        {
            Unit = term.Unit,
            Uncertainty = number % 3 == 0 ? new Interval(1, 2, 0.95) : null,
            Evidence = number % 2 == 0 ? new Evidence("m & n", "doi:10/1") : Evidence.Declared,
        };
        return new RecordedStatement(statement, number, number % 5, "https://example.com/<operator>", PassportRoom.Now.AddMinutes(number));
    }
}
