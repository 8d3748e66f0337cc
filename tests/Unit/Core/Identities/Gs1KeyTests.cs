using Voltloop.Core.Identities;
using Voltloop.Core.Problems;

namespace Voltloop.Tests.Unit.Core.Identities;

public sealed class Gs1KeyTests
{
    [Theory]
    [InlineData("02345673", "00000002345673")]
    [InlineData("416000336108", "00416000336108")]
    [InlineData("9520123456788", "09520123456788")]
    [InlineData("09520123456788", "09520123456788")]
    public void A_GTIN_of_any_length_has_fourteen_digits(string text, string value)
    {
        Gtin.Parse(text).Value.ShouldBe(value);
        Gtin.TryParse(text, out var gtin).ShouldBeTrue();
        gtin.ShouldBe(Gtin.Parse(value));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("9520123456789", "the check digit is 9, but 952012345678 has the check digit 8")]
    [InlineData("952012345678", "the check digit is")]
    [InlineData("123", "has 3 digits, not 8, 12, 13 or 14")]
    [InlineData("952012345678X", "'X' is not a digit")]
    [InlineData("9520123456788 ", "' ' is not a digit")]
    public void A_wrong_GTIN_is_refused_with_the_reason(string text, string reason)
    {
        var problem = Should.Throw<ProblemException>(() => Gtin.Parse(text)).Problem;
        problem.Kind.ShouldBe(CommonProblems.InvalidIdentifier);
        problem.Detail.ShouldContain(reason);
        Gtin.TryParse(text, out var gtin).ShouldBeFalse();
        gtin.Value.ShouldBeEmpty();
    }

    [Fact]
    public void Keys_become_identifiers_of_their_granularity()
    {
        Gtin.Parse("9520123456788").ToThingId().Value.ShouldBe("https://id.gs1.org/01/09520123456788");
        Gln.Parse("9520123456788").ToThingId().Value.ShouldBe("https://id.gs1.org/414/9520123456788");
        Sscc.Parse("952012345678912345").ToThingId().Value.ShouldBe("https://id.gs1.org/00/952012345678912345");
        Giai.Parse("9520614141234567").ToThingId().Granularity.ShouldBe(Granularity.Item);
        Grai.Parse("09520123456788").ToThingId().Granularity.ShouldBe(Granularity.Model);
        Grai.Parse("09520123456788A7").ToThingId().Granularity.ShouldBe(Granularity.Item);
    }

    [Fact]
    public void A_returnable_asset_shows_its_type_and_serial()
    {
        var grai = Grai.Parse("09520123456788A7");
        grai.AssetType.ShouldBe("9520123456788");
        grai.Serial.ShouldBe("A7");
        default(Grai).AssetType.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("9520123456789")]
    [InlineData("952012345678")]
    [InlineData("95201234567880")]
    [Trait("Requirement", "18219-3")]
    public void A_wrong_GLN_is_refused(string text)
    {
        Gln.TryParse(text, out _).ShouldBeFalse();
        Should.Throw<ProblemException>(() => Gln.Parse(text)).Problem.Detail.ShouldContain("GLN");
    }

    [Fact]
    public void Other_wrong_keys_are_refused()
    {
        Sscc.TryParse("952012345678912346", out _).ShouldBeFalse();
        Giai.TryParse("ABC123", out _).ShouldBeFalse();
        Giai.TryParse("9520" + new string('A', 27), out _).ShouldBeFalse();
        Giai.TryParse("9520 614", out _).ShouldBeFalse();
        Grai.TryParse("19520123456788", out _).ShouldBeFalse();
        Grai.TryParse("09520123456789", out _).ShouldBeFalse();
        Sscc.TryParse(null, out _).ShouldBeFalse();
    }

    [Fact]
    public void A_serialised_GTIN_is_read_back_from_the_identifier()
    {
        var sgtin = QualifiedGtin.OfSerial(Gtin.Parse("9520123456788"), "A/7");
        sgtin.ToString().ShouldBe("(01)09520123456788(21)A/7");
        QualifiedGtin.TryRead(sgtin.ToThingId(), out var read).ShouldBeTrue();
        read.ShouldBe(sgtin);
        (read.Serial, read.Lot).ShouldBe(("A/7", ""));
        QualifiedGtin.TryRead(ThingId.Parse("did:web:example.com"), out _).ShouldBeFalse();
    }

    [Fact]
    public void A_lot_is_read_back_from_the_identifier()
    {
        var lgtin = QualifiedGtin.OfLot(Gtin.Parse("9520123456788"), "L1");
        QualifiedGtin.TryRead(lgtin.ToThingId(), out var read).ShouldBeTrue();
        read.ShouldBe(lgtin);
        lgtin.ToThingId().Granularity.ShouldBe(Granularity.Batch);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a serial")]
    [InlineData("ABCDEFGHIJKLMNOPQRSTU")]
    [InlineData("Ä1")]
    public void A_serial_outside_the_rules_is_refused(string serial) =>
        Should.Throw<ProblemException>(() => QualifiedGtin.OfSerial(Gtin.Parse("9520123456788"), serial));

    [Fact]
    public void An_empty_GTIN_has_no_items() => Should.Throw<ProblemException>(() => QualifiedGtin.OfSerial(default, "1"));
}
