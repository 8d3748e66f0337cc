using System.Text;
using System.Text.Json.Nodes;
using Voltloop.Core.Problems;
using Voltloop.Record.Proofs;
using Voltloop.Record.Proofs.Keys;
using Voltloop.Record.Proofs.Trust;

namespace Voltloop.Tests.Unit.Proofs;

[Trait("Requirement", "18246-2")]
public sealed class TrustListTests
{
    private static JsonObject List => TrustListJson.Write(new TrustList([Party.Trusted]));

    [Fact]
    public void A_list_survives_JSON()
    {
        var read = Read(List).Issuers.Single();
        (read.Id, read.Name, read.Valid).ShouldBe((Party.Trusted.Id, Party.Trusted.Name, Party.Trusted.Valid));
        read.Roles.ShouldBe(Party.Trusted.Roles);
        read.Keys.ShouldBe(Party.Trusted.Keys);
    }

    [Fact]
    public void A_key_may_be_a_JWK()
    {
        var list = List;
        var key = list["issuers"]![0]!["keys"]![1]!.AsObject();
        key.Remove("publicKeyMultibase");
        (key["publicKeyJwk"], key["id"]) = (KeyJson.Write(Party.NewKey.Public), "#2");
        Read(list).Issuers[0].Keys[1].ShouldBe(Party.Trusted.Keys[1]);
    }

    [Fact]
    public void Nobody_is_believed_by_an_empty_list() =>
        Refused.For(ProofProblems.UntrustedIssuer, () => TrustList.Nobody.Resolve(new KeyRequest(Party.Issuer.KeyId, Party.Did, Party.Now, Party.Now)));

    [Fact]
    public void An_issuer_is_believed_in_its_roles_only()
    {
        var request = new KeyRequest(Party.Issuer.KeyId, Party.Did, Party.Now, Party.Now);
        Read(List).InRole("economic-operator").Resolve(request).Name.ShouldBe("Maker");
        Refused.For(ProofProblems.UntrustedIssuer, () => Read(List).InRole("notified-body").Resolve(request));
    }

    [Fact]
    public void Two_entries_for_one_issuer_are_refused() => RefusedFor(CommonProblems.InvalidValue, list => list["issuers"]!.AsArray().Add(List["issuers"]![0]!.DeepClone()));

    [Fact]
    public void Two_entries_for_one_key_are_refused() => RefusedFor(CommonProblems.InvalidValue, list => list["issuers"]![0]!["keys"]![1]!["id"] = Party.Did + "#1");

    [Fact]
    public void A_list_without_issuers_is_refused() => RefusedFor(CommonProblems.MalformedInput, list => list.Remove("issuers"));

    [Fact]
    public void An_issuer_without_id_is_refused() => RefusedFor(CommonProblems.MalformedInput, list => list["issuers"]![0]!.AsObject().Remove("id"));

    [Fact]
    public void A_key_without_id_is_refused() => RefusedFor(CommonProblems.MalformedInput, list => list["issuers"]![0]!["keys"]![0]!.AsObject().Remove("id"));

    [Fact]
    public void A_damaged_key_is_refused() => RefusedFor(ProofProblems.InvalidKey, list => list["issuers"]![0]!["keys"]![0]!["publicKeyMultibase"] = "zDnaepBuv");

    [Fact]
    public void A_time_that_is_none_is_refused() => RefusedFor(CommonProblems.MalformedInput, list => list["issuers"]![0]!["validUntil"] = "soon");

    [Fact]
    public void A_report_holds_when_something_is_proven_and_nothing_refuted()
    {
        VerificationReport.Empty.Holds.ShouldBeFalse();
        var proven = VerificationReport.Empty.Proven("Nobody changed the passport", "signature of Maker").NotProven("It is in the log", "no proof was handed over");
        proven.Holds.ShouldBeTrue();
        proven.Checked("The log contains it", "checkpoint 7", new Problem(ProofProblems.MerkleMismatch, "another root")).Holds.ShouldBeFalse();
        proven.Checked("The log contains it", "checkpoint 7", null).Holds.ShouldBeTrue();
        proven.ToString().ShouldBe("proven: Nobody changed the passport (signature of Maker)\nnot proven: It is in the log (no proof was handed over)");
    }

    private static void RefusedFor(ProblemKind kind, Action<JsonObject> change)
    {
        var list = List;
        change(list);
        Refused.For(kind, () => Read(list));
    }

    private static TrustList Read(JsonObject list) => TrustListJson.Read(Encoding.UTF8.GetBytes(list.ToJsonString()));
}
