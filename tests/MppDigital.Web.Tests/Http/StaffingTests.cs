using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using MppDigital.Testing;

namespace MppDigital.Web.Tests.Http;

/// <summary>From an admin's invitation to a desk of one's own, and out again.</summary>
[Collection(RunningProgram.Name)]
public sealed partial class StaffingTests(RunningProgram program)
{
    private const string Here = "padang";
    private const string Password = "kopi tubruk di Jam Gadang";

    [Fact]
    public async Task An_invited_head_makes_an_account_works_and_loses_everything_within_5_seconds()
    {
        var admin = await program.StaffAsync("admin.padang", Here);
        using var head = program.Stranger();
        var totp = await AcceptAsync(head, await InviteAsync(admin, "Kepala Undangan", "Head", ""), "kepala.undangan");
        var (_, inbox) = await head.FollowAsync(new Uri(program.OriginOf(Here), "/signin?returnUrl=/petugas"));
        Assert.Contains("Kepala Undangan", inbox.Expect(200).Text, StringComparison.Ordinal);
        var token = await AccessTokens.OfAsync(program, head, "regency-1371");
        (await head.SendAsync(Here, HttpMethod.Get, "/api/v1/officer/inbox", new Call { Token = token })).Expect(200);
        await AsksForAPasskeyAsync(totp);

        var seat = Regex.Match((await admin.GetAsync(Here, "/admin/petugas")).Expect(200).Text, "Kepala Undangan.*?/admin/petugas/([0-9a-f-]{36})", RegexOptions.Singleline).Groups[1].Value;
        var watch = Stopwatch.StartNew();
        Assert.Contains("Tinjauan tercatat", (await PageForm.SendAsync(admin, Here, "/admin/petugas", "tinjau", (seat, "cabut"))).Expect(200).Text, StringComparison.Ordinal);

        (int Page, int Call) access;
        do
        {
            access = ((await head.GetAsync(Here, "/petugas")).Status, (await head.SendAsync(Here, HttpMethod.Get, "/api/v1/officer/inbox", new Call { Token = token })).Status);
        }
        while (access is not (302, 401) && watch.Elapsed < TimeSpan.FromSeconds(5));
        Assert.Equal((302, 401), access);
        (await head.GetAsync("login", "/akun")).Expect(302);
        Assert.DoesNotContain("Kepala Undangan", (await admin.GetAsync(Here, "/admin/petugas")).Expect(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_code_opens_nothing_and_faults_are_named()
    {
        var admin = await program.StaffAsync("admin.padang", Here);
        (await PageForm.SendAsync(admin, Here, "/admin/petugas/undang", "undang", ("name", "Rina Putri"), ("role", "Officer"), ("agency", "DINKES"), ("email", "bukan surel"), ("until", "31 2 2027"))).Expect(422);
        var code = await InviteAsync(admin, "Ditarik Putri", "Officer", "DINKES");
        var id = Regex.Match((await admin.GetAsync(Here, "/admin/petugas")).Expect(200).Text, "Ditarik Putri.*?name=\"tarik\" value=\"([0-9a-f-]{36})\"", RegexOptions.Singleline).Groups[1].Value;

        Assert.Contains("Undangan ditarik", (await PageForm.SendAsync(admin, Here, "/admin/petugas", "undangan", ("tarik", id))).Expect(200).Text, StringComparison.Ordinal);

        using var late = program.Stranger();
        (await PageForm.SendAsync(late, "login", "/undangan", "undangan-kode", ("code", code))).Expect(401);
        (await PageForm.SendAsync(late, "login", "/undangan", "undangan-kode", ("code", "0000-0000-0000"))).Expect(401);
    }

    [Fact]
    public async Task Only_the_admin_of_this_regency_sees_the_staff()
    {
        (await (await program.StaffAsync("kepala.padang", Here)).GetAsync(Here, "/admin/petugas")).Expect(403);
        (await (await program.StaffAsync("admin.bukittinggi", Here)).GetAsync(Here, "/admin/petugas")).Expect(403);
        Assert.DoesNotContain("href=\"/admin/petugas\"", (await (await program.StaffAsync("kepala.padang", Here)).GetAsync(Here, "/petugas")).Expect(200).Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/petugas/akun\"", (await (await program.StaffAsync("loket.padang", Here)).GetAsync(Here, "/petugas")).Expect(200).Text, StringComparison.Ordinal);
    }

    private static async Task<string> InviteAsync(MppClient admin, string name, string role, string agency)
    {
        var slip = (await PageForm.SendAsync(admin, Here, "/admin/petugas/undang", "undang", ("name", name), ("role", role), ("agency", agency))).Expect(200);
        return PrintedCode().Match(slip.Text).Value;
    }

    /// <summary>The secret of the app that was set up on the way.</summary>
    private async Task<string> AcceptAsync(MppClient person, string code, string userName)
    {
        (await PageForm.SendAsync(person, "login", "/undangan", "undangan-kode", ("code", code))).Expect(302);
        (await PageForm.SendAsync(person, "login", "/undangan", "undangan-akun", ("username", userName), ("password", Password))).Expect(302);
        Assert.Contains("/akun/aplikasi", (await person.GetAsync("login", "/undangan")).Expect(200).Text, StringComparison.Ordinal);
        var address = new Uri(program.OriginOf("login"), "/akun/aplikasi");
        var page = (await person.GetAsync("login", "/akun/aplikasi")).Expect(200);
        Assert.Contains("Lanjut ke undangan", page.Text, StringComparison.Ordinal);
        var secret = Secret().Match(page.Text).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);
        (await person.PostFormAsync(address, page, "nyalakan", new() { ["code"] = OneTimeCode.Of(secret), ["password"] = Password })).Expect(200);
        Assert.Contains("Undangan diterima", (await PageForm.SendAsync(person, "login", "/undangan", "undangan-terima")).Expect(200).Text, StringComparison.Ordinal);
        return secret;
    }

    /// <summary>At the next sign-in, with a code that is still taken, and with a way to put it off.</summary>
    private async Task AsksForAPasskeyAsync(string totp)
    {
        using var later = program.Stranger();
        var (address, page) = await later.FollowAsync(new Uri(program.OriginOf(Here), "/signin?returnUrl=/petugas"));
        (address, page) = await later.SubmitAsync(address, page, "masuk", new() { ["username"] = "kepala.undangan", ["password"] = Password });
        // The code of this half minute was used to set the app up; the next one is taken already.
        (address, page) = await later.SubmitAsync(address, page, "kode", new() { ["code"] = OneTimeCode.Of(totp, DateTimeOffset.UtcNow.AddSeconds(30)) });
        Assert.Equal("/masuk/kunci-baru", address.AbsolutePath);
        var onward = Regex.Match(page.Expect(200).Text, "href=\"(/authorize/lanjut[^\"]+)\"").Groups[1].Value;
        var (desk, inbox) = await later.FollowAsync(new Uri(address, WebUtility.HtmlDecode(onward)));
        Assert.Equal("/petugas", desk.AbsolutePath);
        inbox.Expect(200);
    }

    [GeneratedRegex("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}")]
    private static partial Regex PrintedCode();

    [GeneratedRegex("<code>([A-Z2-7 ]+)</code>")]
    private static partial Regex Secret();
}
