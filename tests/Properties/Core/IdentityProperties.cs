using FsCheck;
using FsCheck.Fluent;
using Voltloop.Core.Identities;

namespace Voltloop.Tests.Properties.Core;

[Trait("Requirement", "18219-1")]
public sealed class IdentityProperties
{
    private const int MaxTest = 2000;

    private const string Set82 = "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

    private static readonly Gen<Gtin> Gtins =
        from digits in Digits(13)
        select Gtin.Parse(Gs1CheckDigit.Append(digits));

    private static readonly Gen<string> Serials =
        from length in Gen.Choose(1, 20)
        from letters in Gen.Elements(Set82.ToCharArray()).ArrayOf(length)
        select new string(letters);

    private static readonly Gen<string> Addresses =
        from host in Gen.Elements("example.com", "EXAMPLE.org:8443", "b\u00fccher.example", "[2001:DB8::1]", "10.0.0.1", "xn--fsq.example.")
        from scheme in Gen.Elements("https://", "HTTPS://")
        from length in Gen.Choose(0, 12)
        from parts in Gen.Elements("/", ".", "..", "a", "B7", "%41", "%2f", "%C3%A4", "\u00e4", "?", "=", "&", "%2E", "01", "~", "+").ArrayOf(length)
        select scheme + host + "/" + string.Concat(parts);

    [Fact]
    public void A_wrong_single_digit_is_always_detected() =>
        Prop.ForAll(WrongDigits().ToArbitrary(), changed => !Gs1CheckDigit.IsValid(changed)).Check(Config.QuickThrowOnFailure.WithMaxTest(MaxTest));

    [Fact]
    public void Digits_with_their_check_digit_are_always_valid() =>
        Prop.ForAll(Gen.Choose(1, 17).SelectMany(Digits).ToArbitrary(), digits => Gs1CheckDigit.IsValid(Gs1CheckDigit.Append(digits)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(MaxTest));

    [Fact]
    public void The_identifier_of_an_item_gives_back_its_parts() =>
        Prop.ForAll(Gtins.ToArbitrary(), Serials.ToArbitrary(), (gtin, serial) =>
        {
            var id = ThingId.ForItem(gtin, serial);
            return ThingId.Parse(id.Value).Equals(id) && string.Equals(ThingId.Parse(id.Value).Value, id.Value, StringComparison.Ordinal)
                && QualifiedGtin.TryRead(id, out var sgtin) && sgtin.Gtin == gtin && string.Equals(sgtin.Serial, serial, StringComparison.Ordinal);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(MaxTest));

    [Fact]
    public void The_link_of_any_domain_leads_back_to_the_item() =>
        Prop.ForAll(Gtins.ToArbitrary(), Serials.ToArbitrary(), Gen.Elements("https://b.example", "http://127.0.0.1:5080/p/q", "https://[::1]:9/").ToArbitrary(),
            (gtin, serial, domain) => ThingId.Parse(ThingId.ForItem(gtin, serial).DigitalLinkFor(domain)) == ThingId.ForItem(gtin, serial))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(MaxTest));

    [Fact]
    public void Reading_a_canonical_identifier_changes_nothing() =>
        Prop.ForAll(Addresses.ToArbitrary(), text =>
        {
            if (!ThingId.TryParse(text, out var id)) return true;
            var again = ThingId.Parse(id.Value);
            return string.Equals(again.Value, id.Value, StringComparison.Ordinal) && again.Scheme == id.Scheme && again.Granularity == id.Granularity;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(MaxTest));

    [Fact]
    public void Most_of_the_addresses_tried_are_identifiers()
    {
        var sample = Addresses.Sample(200, 20);
        sample.Count(a => ThingId.TryParse(a, out _)).ShouldBeGreaterThan(150);
    }

    [Fact]
    public void No_text_makes_the_reader_fail_otherwise_than_by_saying_no() =>
        Prop.ForAll<string>(text =>
        {
            foreach (var prefix in new[] { "", "https://", "https://a/01/", "https://id.gs1.org/8004/9520", "did:", "doi:10.", "https://doi.org/" })
            {
                var read = ThingId.TryParse(prefix + text, out var id);
                if (read && ThingId.Parse(id.Value) != id) return false;
                _ = DigitalLink.TryParse(prefix + text, out _);
            }

            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(MaxTest));

    private static Gen<string> Digits(int length) =>
        Gen.Choose(0, 9).ArrayOf(length).Select(digits => string.Concat(digits));

    private static Gen<string> WrongDigits() =>
        from length in Gen.Choose(1, 17)
        from digits in Digits(length)
        from at in Gen.Choose(0, length)
        from step in Gen.Choose(1, 9)
        select Change(Gs1CheckDigit.Append(digits), at, step);

    private static string Change(string digits, int at, int step)
    {
        var changed = digits.ToCharArray();
        changed[at] = (char)('0' + ((changed[at] - '0' + step) % 10));
        return new string(changed);
    }
}
