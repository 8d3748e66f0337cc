using Microsoft.Extensions.DependencyInjection;
using Voltloop.Core.Problems;
using Voltloop.Record.Policies;
using Voltloop.Record.Terms;
using Voltloop.Web.Access;

namespace Voltloop.Tests.EndToEnd.Access;

/// <summary>
/// Comparing a password takes long. What the command line or another browser does to the account meanwhile must not be undone
/// by the counting of wrong passwords, nor outlived by a session.
/// </summary>
public sealed class AccountRaceTests
{
    private const string Name = "anna";
    private const string Next = "a longer horse battery";

    [Fact]
    public async Task A_wrong_password_does_not_open_an_account_that_was_shut_meanwhile()
    {
        await using var house = await House.OpenAsync();
        var (desk, other, accounts) = await DesksAsync(house);
        accounts.AfterLook = () => other.DisableAsync(Name).Wait();
        (await RefusalAsync(desk, "wrong password")).ShouldBe(AccessProblems.SignInFailed);
        accounts.FindAccount(Name)!.Disabled.ShouldBeTrue();
        accounts.FindAccount(Name)!.Failures.ShouldBe(1);
    }

    [Fact]
    public async Task A_right_password_does_not_open_an_account_that_was_shut_meanwhile()
    {
        await using var house = await House.OpenAsync();
        var (desk, other, accounts) = await DesksAsync(house);
        await RefusalAsync(desk, "wrong password");
        accounts.AfterLook = () => other.DisableAsync(Name).Wait();
        (await RefusalAsync(desk, House.Password)).ShouldBe(AccessProblems.SignInFailed);
        accounts.FindAccount(Name)!.Disabled.ShouldBeTrue();
    }

    [Fact]
    public async Task A_wrong_password_does_not_bring_back_an_old_one()
    {
        await using var house = await House.OpenAsync();
        var (desk, other, accounts) = await DesksAsync(house);
        accounts.AfterLook = () => other.ChangePasswordAsync(Name, House.Password, Next).Wait();
        (await RefusalAsync(desk, "wrong password")).ShouldBe(AccessProblems.SignInFailed);
        (await RefusalAsync(desk, House.Password)).ShouldBe(AccessProblems.SignInFailed);
        (await desk.SignInAsync(Name, Next)).Session.Account.ShouldBe(Name);
    }

    [Fact]
    public async Task A_password_is_not_changed_by_whoever_knows_one_that_was_changed_meanwhile()
    {
        await using var house = await House.OpenAsync();
        var (desk, other, accounts) = await DesksAsync(house);
        accounts.AfterLook = () => other.ChangePasswordAsync(Name, House.Password, Next).Wait();
        (await Should.ThrowAsync<ProblemException>(() => desk.ChangePasswordAsync(Name, House.Password, "the password of a thief"))).Problem.Kind.ShouldBe(AccessProblems.SignInFailed);
        (await desk.SignInAsync(Name, Next)).Session.Account.ShouldBe(Name);
    }

    [Fact]
    public async Task No_session_begins_with_a_password_that_was_changed_meanwhile()
    {
        await using var house = await House.OpenAsync();
        var (desk, other, accounts) = await DesksAsync(house);
        accounts.BeforeSession = () => other.ChangePasswordAsync(Name, House.Password, Next).Wait();
        (await RefusalAsync(desk, House.Password)).ShouldBe(AccessProblems.SignInFailed);
        accounts.Kept.ShouldNotBeNull();
        accounts.FindSession(accounts.Kept.Hash).ShouldBeNull();
    }

    [Fact]
    public async Task No_session_begins_with_a_passkey_that_was_revoked_meanwhile()
    {
        await using var house = await House.OpenAsync();
        var (_, _, accounts) = await DesksAsync(house);
        var now = DateTimeOffset.UtcNow;
        accounts.Save(new SignInSession("of-a-passkey", Name, now.AddHours(1)) { Passkey = "revoked" }, now);
        accounts.FindSession("of-a-passkey").ShouldBeNull();
        accounts.Save(new SignInSession("of-a-password", Name, now.AddHours(1)), now);
        accounts.FindSession("of-a-password").ShouldNotBeNull();
    }

    // The second desk is that of the command line: another process, with no lock in common.
    private static async Task<(AccountDesk Desk, AccountDesk Other, MeddledAccounts Accounts)> DesksAsync(House house)
    {
        await house.AddAccountAsync(Name, ActorRoles.Writer);
        var services = house.Services;
        var (vocabulary, settings) = (services.GetRequiredService<Vocabulary>(), services.GetRequiredService<AccessSettings>());
        var accounts = new MeddledAccounts(services.GetRequiredService<IAccountStore>());
        var sessions = new SessionDesk(accounts, settings, services.GetRequiredService<SessionDesk>().Work);
        return (new AccountDesk(accounts, vocabulary, settings, sessions), services.GetRequiredService<AccountDesk>(), accounts);
    }

    private static async Task<ProblemKind> RefusalAsync(AccountDesk desk, string password) =>
        (await Should.ThrowAsync<ProblemException>(() => desk.SignInAsync(Name, password))).Problem.Kind;
}
