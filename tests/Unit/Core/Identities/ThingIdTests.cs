using Voltloop.Core.Identities;
using Voltloop.Core.Problems;

namespace Voltloop.Tests.Unit.Core.Identities;

[Trait("Requirement", "18219-1")]
public sealed class ThingIdTests
{
    private const string Item = "https://id.gs1.org/01/09520123456788/21/A17";

    [Theory]
    [InlineData("https://id.gs1.org/01/09520123456788/21/A17")]
    [InlineData("HTTPS://ID.GS1.ORG/01/09520123456788/21/A17")]
    [InlineData("Http://bat.example.com/passports/01/09520123456788/21/A17?17=280101&lang=en#top")]
    [InlineData("https://example.com:8443/01/9520123456788/21/%4117")]
    public void Every_domain_and_spelling_of_a_Digital_Link_names_the_same_thing(string text)
    {
        var id = ThingId.Parse(text);
        id.ShouldBe(ThingId.Parse(Item));
        id.GetHashCode().ShouldBe(ThingId.Parse(Item).GetHashCode());
        id.Value.ShouldBe(Item);
        id.Scheme.ShouldBe(IdScheme.Gs1DigitalLink);
    }

    [Theory]
    [InlineData("https://a/01/09520123456788", Granularity.Model)]
    [InlineData("https://a/01/09520123456788/22/2A", Granularity.Model)]
    [InlineData("https://a/01/09520123456788/10/L1", Granularity.Batch)]
    [InlineData("https://a/01/09520123456788/10/L1/21/S", Granularity.Item)]
    [InlineData("https://a/01/09520123456788/235/S", Granularity.Item)]
    [InlineData("https://a/8004/9520614141234567", Granularity.Item)]
    [InlineData("https://a/8003/09520123456788", Granularity.Model)]
    [InlineData("https://a/8003/09520123456788S1", Granularity.Item)]
    [InlineData("https://a/253/1231231231232", Granularity.Model)]
    [InlineData("https://a/253/1231231231232S1", Granularity.Item)]
    [InlineData("https://a/414/9520123456788", Granularity.Item)]
    [InlineData("https://a/00/006141411234567890", Granularity.Item)]
    [InlineData("https://a/8018/123456789012345675", Granularity.Item)]
    [InlineData("https://a/8010/9520CELL-7", Granularity.Model)]
    [InlineData("https://a/8010/9520CELL-7/8011/12", Granularity.Item)]
    [InlineData("https://a/8013/1987654Ad4X4bL5ttr2310c2K", Granularity.Model)]
    [InlineData("https://example.com/batteries/7", Granularity.Item)]
    [InlineData("did:web:example.com:b:7", Granularity.Item)]
    [Trait("Requirement", "18219-2")]
    public void The_granularity_comes_from_the_identifier(string text, Granularity expected) =>
        ThingId.Parse(text).Granularity.ShouldBe(expected);

    [Theory]
    [InlineData("https://a/01/09520123456789/21/A17", "the check digit is 9, but 0952012345678 has the check digit 8")]
    [InlineData("https://a/01/9520123456789", "the check digit is 9")]
    [InlineData("https://a/01/09520123456788/21/A17/", "key and its qualifiers")]
    [InlineData("https://a/01/09520123456788/21/ABCDEFGHIJKLMNOPQRSTU", "1 characters too long")]
    [InlineData("https://a/01/09520123456788/21/A/10/L", "in this order")]
    [InlineData("https://a/01/09520123456788?10=L1", "belongs in the path")]
    [InlineData("https://a/01/09520123456788?17=991399", "breaks the rule date")]
    [InlineData("https://id.gs1.org/", "GS1 key")]
    [InlineData("https://id.gs1.org/hello", "GS1 key")]
    [InlineData("https://4.", "read in more than one way")]
    [InlineData("https://1.2./b", "read in more than one way")]
    public void What_shows_a_GS1_key_must_keep_the_rules_of_GS1(string text, string reason)
    {
        var problem = Should.Throw<ProblemException>(() => ThingId.Parse(text)).Problem;
        problem.Kind.ShouldBe(CommonProblems.InvalidIdentifier);
        problem.Detail.ShouldContain(reason);
        ThingId.TryParse(text, out var id).ShouldBeFalse();
        id.Value.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("https://example.com", "https://example.com/")]
    [InlineData("HTTPS://Example.COM:443/Battery/7", "https://example.com/Battery/7")]
    [InlineData("http://example.com/b", "https://example.com/b")]
    [InlineData("https://example.com:8443/b?x=1&y=%2f", "https://example.com:8443/b?x=1&y=%2F")]
    [InlineData("https://example.com/a/./b/../c/%7e", "https://example.com/a/c/~")]
    [InlineData("https://example.com./b", "https://example.com/b")]
    [InlineData("https://bücher.example/ä", "https://xn--bcher-kva.example/%C3%A4")]
    [InlineData("https://[2001:DB8::1]/b", "https://[2001:db8::1]/b")]
    [InlineData("https://example.com/news/01/20240117", "https://example.com/news/01/20240117")]
    [InlineData("https://example.com/errors/404/page", "https://example.com/errors/404/page")]
    public void A_plain_address_has_one_canonical_form(string text, string canonical)
    {
        ThingId.Parse(text).Value.ShouldBe(canonical);
        ThingId.Parse(text).Scheme.ShouldBe(IdScheme.Https);
        ThingId.Parse(canonical).Value.ShouldBe(canonical);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("9520123456788")]
    [InlineData("battery-7")]
    [InlineData("/batteries/7")]
    [InlineData("ftp://example.com/b")]
    [InlineData("urn:uuid:4f2ab0c8-bd1c-4ae9-9b43-0f5f8e6f2a10")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https:///b")]
    [InlineData("https:example.com")]
    [InlineData("https://user:secret@example.com/b")]
    [InlineData("https://example.com/b#part")]
    [InlineData("https://example.com/a b")]
    [InlineData("https://example.com/<script>")]
    [InlineData("https://example.com/%zz")]
    [InlineData("https://example.com/a%00b")]
    [InlineData("https://example.com/a\nb")]
    [InlineData("http://example.com:8080/b")]
    [InlineData(" https://example.com/b")]
    public void What_is_no_identifier_is_refused(string? text)
    {
        ThingId.TryParse(text, out _).ShouldBeFalse();
        Should.Throw<ProblemException>(() => ThingId.Parse(text!)).Problem.Kind.ShouldBe(CommonProblems.InvalidIdentifier);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_refused_and_a_whole_one_is_encoded()
    {
        ThingId.TryParse("https://example.com/" + (char)0xD83D, out _).ShouldBeFalse();
        ThingId.TryParse("https://example.com/" + (char)0xDD0B + "x", out _).ShouldBeFalse();
        ThingId.Parse("https://example.com/" + (char)0xD83D + (char)0xDD0B).Value.ShouldBe("https://example.com/%F0%9F%94%8B");
    }

    [Fact]
    public void The_longest_identifier_is_read_and_one_more_character_is_not()
    {
        var longest = "https://example.com/" + new string('a', ThingId.MaxLength - 20);
        ThingId.Parse(longest).Value.ShouldBe(longest);
        ThingId.TryParse(longest + "a", out _).ShouldBeFalse();
        ThingId.TryParse("https://example.com/" + new string('ä', 400), out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("did:web:example.com:b:7", "did:web:example.com:b:7")]
    [InlineData("DID:key:z6MkX", "did:key:z6MkX")]
    [InlineData("did:example:a%3Ab", "did:example:a%3Ab")]
    public void A_DID_is_kept_as_written(string text, string canonical)
    {
        ThingId.Parse(text).Value.ShouldBe(canonical);
        ThingId.Parse(text).Scheme.ShouldBe(IdScheme.Did);
    }

    [Theory]
    [InlineData("did:")]
    [InlineData("did:web")]
    [InlineData("did:web:")]
    [InlineData("did:Web:example.com")]
    [InlineData("did::x")]
    [InlineData("did:web:example.com:")]
    [InlineData("did:web:a/b")]
    [InlineData("did:web:a#key-1")]
    [InlineData("did:web:a?versionId=1")]
    [InlineData("did:web:a%3")]
    [InlineData("did:web:a$b")]
    public void A_wrong_DID_is_refused(string text) => ThingId.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("doi:10.1000/182")]
    [InlineData("DOI:10.1000/182")]
    [InlineData("https://doi.org/10.1000/182")]
    [InlineData("http://dx.doi.org/10.1000/182")]
    [InlineData("https://www.doi.org/10.1000/%31%382")]
    public void A_DOI_has_one_canonical_form(string text)
    {
        ThingId.Parse(text).Value.ShouldBe("https://doi.org/10.1000/182");
        ThingId.Parse(text).Scheme.ShouldBe(IdScheme.Doi);
    }

    [Fact]
    public void A_DOI_does_not_regard_case()
    {
        ThingId.Parse("doi:10.1016/J.JOULE.2021.01.001").ShouldBe(ThingId.Parse("https://doi.org/10.1016/j.joule.2021.01.001"));
        ThingId.Parse("doi:10.1002/(SICI)1<2".Replace("<", "%3C", StringComparison.Ordinal)).Value.ShouldBe("https://doi.org/10.1002/(sici)1%3C2");
    }

    [Theory]
    [InlineData("doi:")]
    [InlineData("doi:10.1000")]
    [InlineData("doi:10.1000/")]
    [InlineData("doi:11.1000/182")]
    [InlineData("doi:10./182")]
    [InlineData("https://doi.org")]
    [InlineData("https://doi.org/about")]
    [InlineData("https://doi.org/10.1000/182?x=1")]
    public void A_wrong_DOI_is_refused(string text) => ThingId.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void An_identification_link_is_what_its_issuer_declares()
    {
        const string Link = "https://b.example.com/?id=7";
        var id = ThingId.FromIdentificationLink(Link);
        id.Scheme.ShouldBe(IdScheme.Iec61406);
        id.ShouldBe(ThingId.Parse(Link));
        ThingId.FromIdentificationLink("http://b.example.com/?id=7").ShouldBe(id);
        ThingId.FromIdentificationLink(Item).Scheme.ShouldBe(IdScheme.Gs1DigitalLink);
    }

    [Fact]
    public void An_identification_link_keeps_the_limits_of_the_standard()
    {
        var longest = "https://b.example.com/" + new string('a', ThingId.MaxIdentificationLinkLength - 22);
        ThingId.FromIdentificationLink(longest).Value.Length.ShouldBe(255);
        Should.Throw<ProblemException>(() => ThingId.FromIdentificationLink(longest + "a")).Problem.Detail.ShouldContain("255");
        Should.Throw<ProblemException>(() => ThingId.FromIdentificationLink("https://b.example.com/ä"));
        Should.Throw<ProblemException>(() => ThingId.FromIdentificationLink("did:web:a"));
    }

    [Fact]
    public void Models_batches_and_items_are_made_from_their_parts()
    {
        var gtin = Gtin.Parse("9520123456788");
        ThingId.ForModel(gtin).Value.ShouldBe("https://id.gs1.org/01/09520123456788");
        ThingId.ForBatch(gtin, "L/1").Value.ShouldBe("https://id.gs1.org/01/09520123456788/10/L%2F1");
        ThingId.ForItem(gtin, "A17").Value.ShouldBe(Item);
        ThingId.Parse(ThingId.ForItem(gtin, "a+b/c%d&e?").Value).ShouldBe(ThingId.ForItem(gtin, "a+b/c%d&e?"));
    }

    [Theory]
    [InlineData("https://bat.example.com", "https://bat.example.com/01/09520123456788/21/A17")]
    [InlineData("https://bat.example.com/p/", "https://bat.example.com/p/01/09520123456788/21/A17")]
    [InlineData("http://127.0.0.1:5080", "http://127.0.0.1:5080/01/09520123456788/21/A17")]
    public void A_QR_code_leads_to_the_same_thing_on_ones_own_server(string baseUri, string expected)
    {
        var link = ThingId.Parse(Item).DigitalLinkFor(baseUri);
        link.ShouldBe(expected);
        ThingId.Parse(link).Value.ShouldBe(Item);
    }

    [Theory]
    [InlineData("")]
    [InlineData("bat.example.com")]
    [InlineData("ftp://bat.example.com")]
    [InlineData("https://bat.example.com?x=1")]
    [InlineData("https://bat.example.com#x")]
    public void A_base_that_cannot_carry_a_Digital_Link_is_refused(string baseUri) =>
        Should.Throw<ProblemException>(() => ThingId.Parse(Item).DigitalLinkFor(baseUri));

    [Fact]
    public void Only_a_GS1_key_moves_to_another_domain() =>
        Should.Throw<ProblemException>(() => ThingId.Parse("did:web:a").DigitalLinkFor("https://b")).Problem.Detail.ShouldContain("no GS1 key");

    [Fact]
    public void The_default_value_identifies_nothing()
    {
        default(ThingId).Value.ShouldBeEmpty();
        default(ThingId).ShouldBe(new ThingId());
        default(ThingId).ShouldNotBe(ThingId.Parse(Item));
    }
}
