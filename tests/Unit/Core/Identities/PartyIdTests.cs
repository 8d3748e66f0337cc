using Voltloop.Core.Identities;

namespace Voltloop.Tests.Unit.Core.Identities;

[Trait("Requirement", "18219-3")]
public sealed class PartyIdTests
{
    [Theory]
    [InlineData("9521234500006", PartyScheme.Unknown)]
    [InlineData("9521234000020", PartyScheme.Gln)]
    [InlineData("GLN:9521234000020", PartyScheme.Gln)]
    [InlineData("https://id.gs1.org/417/9521234000020", PartyScheme.Gln)]
    [InlineData("https://id.gs1.org/414/9521234000020", PartyScheme.Gln)]
    [InlineData("https://id.gs1.org/01/09521234577706", PartyScheme.Unknown)]
    [InlineData("https://id.gs1.org/417/9521234000021", PartyScheme.Unknown)]
    [InlineData("5493001KJTIIGC8Y1R12", PartyScheme.Lei)]
    [InlineData("LEI:5493001KJTIIGC8Y1R12", PartyScheme.Lei)]
    [InlineData("urn:lei:5493001KJTIIGC8Y1R12", PartyScheme.Lei)]
    [InlineData("LEI:5493001KJTIIGC8Y1R13", PartyScheme.Unknown)]
    [InlineData("LEI:5493001kjtiigc8y1r12", PartyScheme.Unknown)]
    [InlineData("DE123456789", PartyScheme.Vat)]
    [InlineData("SE123456789001", PartyScheme.Vat)]
    [InlineData("NL123456789B01", PartyScheme.Vat)]
    [InlineData("VAT:FR12345678901", PartyScheme.Vat)]
    [InlineData("VAT:DE12345678", PartyScheme.Unknown)]
    [InlineData("VAT:US123456789", PartyScheme.Unknown)]
    [InlineData("DE1234567", PartyScheme.Eori)]
    [InlineData("EORI:GB123456789000", PartyScheme.Eori)]
    [InlineData("EORI:D1", PartyScheme.Unknown)]
    [InlineData("EORI:DE1234567890123456", PartyScheme.Unknown)]
    [InlineData("did:web:maker.example", PartyScheme.Did)]
    [InlineData("https://maker.example/operator", PartyScheme.Link)]
    [InlineData("the maker", PartyScheme.Unknown)]
    [InlineData("", PartyScheme.Unknown)]
    [InlineData(null, PartyScheme.Unknown)]
    public void An_operator_or_facility_is_known_by_its_scheme(string? text, PartyScheme scheme) => PartyId.Read(text).Scheme.ShouldBe(scheme);

    [Fact]
    public void Any_digit_or_letter_mistaken_for_another_is_found_in_a_LEI()
    {
        const string Lei = "5493001KJTIIGC8Y1R12";
        for (var place = 0; place < Lei.Length; place++)
        {
            var other = Lei[place] switch { '9' => '0', 'Z' => 'A', var c => (char)(c + 1) };
            PartyId.Read("LEI:" + Lei[..place] + other + Lei[(place + 1)..]).IsKnown.ShouldBeFalse($"place {place}");
        }
    }

    [Fact]
    public void The_name_of_the_scheme_and_blanks_are_left_out() => PartyId.Read(" lei: 5493 001KJTIIGC8Y1R12 ").ShouldBe(new PartyId(PartyScheme.Lei, "5493001KJTIIGC8Y1R12"));
}
