using System.Text.RegularExpressions;
using MppDigital.Platform.Identification;

namespace MppDigital.Web.Tests.Http;

/// <summary>The way to an account for people without a phone, and the notice of a death.</summary>
[Collection(RunningProgram.Name)]
public sealed partial class CounterAccountTests(RunningProgram program)
{
    private const string Here = "bukittinggi";

    [Fact]
    public async Task A_clerk_makes_an_account_whose_printed_code_sets_a_password_once()
    {
        var clerk = await program.StaffAsync("loket.bukittinggi", Here);
        var nik = SyntheticPeople.NikOf("1375", 160);
        var person = SyntheticPeople.Find(nik, DateOnly.FromDateTime(DateTime.UtcNow))!;
        var (address, page) = await clerk.FollowAsync(new Uri(program.OriginOf(Here), "/petugas/akun"));
        var fields = new Dictionary<string, string> { ["nik"] = nik, ["name"] = person.Name, ["birthDate"] = $"{person.BirthDate.Day} {person.BirthDate.Month} {person.BirthDate.Year}" };
        (await clerk.PostFormAsync(address, page, "akun", fields)).Expect(422);

        var slip = (await clerk.PostFormAsync(address, page, "akun", new(fields) { ["seen"] = "ya" })).Expect(200);

        var code = PrintedCode().Match(slip.Text).Value;
        using var citizen = program.Stranger();
        var (at, form) = await citizen.FollowAsync(new Uri(program.OriginOf("login"), "/masuk/slip"));
        (await citizen.PostFormAsync(at, form, "slip", new() { ["nik"] = nik, ["code"] = "0000-0000-0000", ["password"] = "jeruk nipis madu" })).Expect(401);
        (await citizen.PostFormAsync(at, form, "slip", new() { ["nik"] = nik, ["code"] = code.ToLowerInvariant(), ["password"] = "jeruk nipis madu" })).Expect(200);
        (await citizen.PostFormAsync(at, form, "slip", new() { ["nik"] = nik, ["code"] = code, ["password"] = "jeruk nipis kedua" })).Expect(401);
        Assert.Contains(person.Name, (await SignInAsync(citizen, nik, "jeruk nipis madu")).Expect(200).Text, StringComparison.Ordinal);
        Assert.Contains("Akun dibuat di loket oleh petugas", (await citizen.GetAsync("login", "/akun")).Expect(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reported_death_freezes_the_account()
    {
        var clerk = await program.StaffAsync("loket.bukittinggi", Here);
        var dead = program.People.Citizens[70];
        using var heirs = program.Stranger();
        await SignInAsync(heirs, dead.Nik, program.People.Password);
        (await heirs.GetAsync("login", "/akun")).Expect(200);
        var (address, page) = await clerk.FollowAsync(new Uri(program.OriginOf(Here), "/petugas/akun"));

        (await clerk.PostFormAsync(address, page, "wafat", new() { ["deadNik"] = dead.Nik, ["certificate"] = "1375-KM-22112026-0001" })).Expect(200);

        (await heirs.GetAsync("login", "/akun")).Expect(302);
        Assert.Contains("dibekukan", (await SignInAsync(heirs, dead.Nik, program.People.Password)).Expect(403).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_notice_of_death_is_taken_back_by_the_admin_and_by_nobody_else()
    {
        var (clerk, admin) = (await program.StaffAsync("loket.bukittinggi", Here), await program.StaffAsync("admin.bukittinggi", Here));
        var alive = program.People.Citizens[71];
        (await PageForm.SendAsync(clerk, Here, "/petugas/akun", "wafat", ("deadNik", alive.Nik), ("certificate", "1375-KM-22112026-0002"))).Expect(200);
        Assert.DoesNotContain("frozenNik", (await clerk.GetAsync(Here, "/petugas/akun")).Expect(200).Text, StringComparison.Ordinal);
        Assert.Contains("href=\"#frozenNik\"", (await PageForm.SendAsync(admin, Here, "/petugas/akun", "buka", ("frozenNik", "13"), ("reason", "Salah NIK di akta"))).Expect(422).Text, StringComparison.Ordinal);
        (await PageForm.SendAsync(admin, Here, "/petugas/akun", "buka", ("frozenNik", program.People.Citizens[72].Nik), ("reason", "Salah NIK di akta"))).Expect(404);

        Assert.Contains("dibuka kembali", (await PageForm.SendAsync(admin, Here, "/petugas/akun", "buka", ("frozenNik", alive.Nik), ("reason", "Salah NIK di akta"))).Expect(200).Text, StringComparison.Ordinal);

        using var citizen = program.Stranger();
        (await SignInAsync(citizen, alive.Nik, program.People.Password)).Expect(200);
        Assert.Contains("Laporan kematian dicabut", (await citizen.GetAsync("login", "/akun")).Expect(200).Text, StringComparison.Ordinal);
        Assert.Equal(["account-death-reported", "account-death-lifted"], (await StoredRows.AuditAsync(program, Here, "account-death")).TakeLast(2));
    }

    [Fact]
    public async Task A_nik_is_corrected_only_as_its_owner_asked_and_the_register_agrees()
    {
        var clerk = await program.StaffAsync("loket.bukittinggi", Here);
        var (owner, stranger) = (program.People.Citizens[73], SyntheticPeople.NikOf("1375", 177));
        using var citizen = program.Stranger();
        await SignInAsync(citizen, owner.Nik, program.People.Password);
        (await PageForm.SendAsync(citizen, "login", "/akun/nik", "nik", ("nik", stranger), ("reason", "Salah ketik"))).Expect(200);
        Task<Answer> DecideAsync(string right, string decision) => PageForm.SendAsync(clerk, Here, "/petugas/akun", "koreksi", ("wrong", owner.Nik), ("right", right), ("decision", decision));

        (await DecideAsync(SyntheticPeople.NikOf("1375", 178), "perbaiki")).Expect(404);
        // The register knows somebody else by that number: no officer moves an account to a stranger.
        Assert.Contains("tanggal lahir lain", (await DecideAsync(stranger, "perbaiki")).Expect(409).Text, StringComparison.Ordinal);
        Assert.Contains("Permintaan ditolak", (await DecideAsync(stranger, "tolak")).Expect(200).Text, StringComparison.Ordinal);
        (await DecideAsync(stranger, "tolak")).Expect(404);
        Assert.Contains("ditolak di loket", (await citizen.GetAsync("login", "/akun")).Expect(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_a_clerk_of_this_regency_makes_accounts()
    {
        (await (await program.StaffAsync("petugas.dpmptsp.bukittinggi", Here)).GetAsync(Here, "/petugas/akun")).Expect(403);
        (await (await program.StaffAsync("loket.padang", Here)).GetAsync(Here, "/petugas/akun")).Expect(403);
    }

    private async Task<Answer> SignInAsync(MppClient client, string nik, string password)
    {
        var (address, page) = await client.FollowAsync(new Uri(program.OriginOf("login"), "/masuk"));
        return (await client.SubmitAsync(address, page, "masuk", new() { ["nik"] = nik, ["password"] = password })).Page;
    }

    [GeneratedRegex("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}")]
    private static partial Regex PrintedCode();
}
