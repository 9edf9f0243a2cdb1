using System.Text.RegularExpressions;
using MppDigital.Platform.Identification;
using MppDigital.Testing;

namespace MppDigital.Web.Tests.Http;

/// <summary>The pages on which people look after their account, without scripts.</summary>
[Collection(RunningProgram.Name)]
public sealed partial class MyAccountPagesTests(RunningProgram program)
{
    [Theory]
    [InlineData("/akun")]
    [InlineData("/akun/sandi")]
    [InlineData("/akun/aplikasi")]
    [InlineData("/akun/kontak")]
    [InlineData("/akun/nik")]
    [InlineData("/akun/tutup")]
    public async Task A_stranger_is_sent_to_sign_in(string path)
    {
        using var client = program.Stranger();

        var answer = await client.GetAsync("login", path);

        Assert.Equal("/masuk", new Uri(program.OriginOf("login"), answer.Expect(302).Headers.Location!).AbsolutePath);
    }

    [Fact]
    public async Task The_owner_sees_the_account_and_signs_out_another_browser()
    {
        var citizen = program.People.Citizens[60];
        using var phone = await SignedInAsync(citizen.Nik);
        using var kiosk = await SignedInAsync(citizen.Nik);
        var address = new Uri(program.OriginOf("login"), "/akun");
        var page = await phone.SendAsync(address, HttpMethod.Get, Call.Empty);
        Assert.Contains(citizen.Nik, page.Expect(200).Text, StringComparison.Ordinal);

        var (_, after) = await phone.SubmitAsync(address, page, "perangkat", new() { ["session"] = "semua" });

        Assert.Contains("Perangkat sudah dikeluarkan: 1", after.Expect(200).Text, StringComparison.Ordinal);
        (await kiosk.GetAsync("login", "/akun")).Expect(302);
        (await phone.GetAsync("login", "/akun")).Expect(200);
    }

    [Fact]
    public async Task An_authenticator_app_is_set_up_by_picture_or_by_key_and_then_asked_for()
    {
        var citizen = program.People.Citizens[61];
        using var client = await SignedInAsync(citizen.Nik);
        var address = new Uri(program.OriginOf("login"), "/akun/aplikasi");
        var page = await client.SendAsync(address, HttpMethod.Get, Call.Empty);
        Assert.Contains("src=\"data:image/svg&#x2B;xml;base64,", page.Expect(200).Text, StringComparison.Ordinal);
        var secret = Secret().Match(page.Text).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);

        var wrong = await client.PostFormAsync(address, page, "nyalakan", new() { ["code"] = "12", ["password"] = program.People.Password });
        Assert.Contains(Secret().Match(page.Text).Value, wrong.Expect(422).Text, StringComparison.Ordinal);
        var (_, done) = await client.SubmitAsync(address, wrong, "nyalakan", new() { ["code"] = OneTimeCode.Of(secret), ["password"] = program.People.Password });
        var recovery = RecoveryCode().Matches(done.Expect(200).Text).Select(m => m.Value).ToList();
        Assert.Equal(10, recovery.Count);

        using var again = program.Stranger();
        var (at, form) = await again.FollowAsync(new Uri(program.OriginOf("login"), "/masuk"));
        (at, form) = await again.SubmitAsync(at, form, "masuk", new() { ["nik"] = citizen.Nik, ["password"] = program.People.Password });
        Assert.Equal("/masuk/kode", at.AbsolutePath);
        var (_, home) = await again.SubmitAsync(at, form, "kode", new() { ["code"] = recovery[0] });
        Assert.Contains(citizen.Name, home.Expect(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forgotten_password_is_replaced_by_code_and_mothers_name()
    {
        var citizen = program.People.Citizens[62];
        var person = SyntheticPeople.Find(citizen.Nik, DateOnly.FromDateTime(DateTime.UtcNow))!;
        using var client = program.Stranger();
        var (address, page) = await client.FollowAsync(new Uri(program.OriginOf("login"), "/lupa"));
        (address, page) = await client.SubmitAsync(address, page, "lupa", new() { ["who"] = citizen.Nik });
        Assert.Equal("/lupa/kode", address.AbsolutePath);

        var (_, done) = await client.SubmitAsync(address, page, "lupa-kode", new()
        {
            ["code"] = program.CodeTo($"+6281200{citizen.Nik[10..]}"),
            ["motherName"] = person.MotherName,
            ["password"] = "jeruk nipis madu",
        });

        Assert.Contains("Kata sandi baru sudah berlaku", done.Expect(200).Text, StringComparison.Ordinal);
        using var signedIn = await SignedInAsync(citizen.Nik, "jeruk nipis madu");
    }

    [Fact]
    public async Task A_closed_account_signs_nobody_in()
    {
        var citizen = program.People.Citizens[63];
        using var client = await SignedInAsync(citizen.Nik);
        var address = new Uri(program.OriginOf("login"), "/akun/tutup");
        var page = await client.SendAsync(address, HttpMethod.Get, Call.Empty);
        (await client.PostFormAsync(address, page, "tutup", new() { ["password"] = "salah sekali" })).Expect(422);

        var (_, done) = await client.SubmitAsync(address, page, "tutup", new() { ["password"] = program.People.Password });

        Assert.Contains("Akun Anda sudah ditutup", done.Expect(200).Text, StringComparison.Ordinal);
        (await client.GetAsync("login", "/akun")).Expect(302);
    }

    [Fact]
    public async Task Everything_is_there_in_english_too()
    {
        using var client = await SignedInAsync(program.People.Citizens[64].Nik);
        foreach (var path in (string[])["/akun", "/akun/sandi", "/akun/aplikasi", "/akun/kontak", "/akun/nik", "/akun/tutup", "/lupa", "/lupa/kode", "/daftar"])
        {
            var page = (await client.SendAsync("login", HttpMethod.Get, path, new Call { Cookie = client.CookiesAt("login") + "; lang=en" })).Expect(200);
            Assert.Contains("<html lang=\"en\"", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Kata sandi", page.Text, StringComparison.Ordinal);
        }
    }

    private async Task<MppClient> SignedInAsync(string nik, string? password = null)
    {
        var client = program.Stranger();
        var (address, page) = await client.FollowAsync(new Uri(program.OriginOf("login"), "/masuk"));
        (address, _) = await client.SubmitAsync(address, page, "masuk", new() { ["nik"] = nik, ["password"] = password ?? program.People.Password });
        Assert.Equal("/", address.AbsolutePath);
        return client;
    }

    [GeneratedRegex("<code>([A-Z2-7 ]{30,})</code>")]
    private static partial Regex Secret();

    [GeneratedRegex("(?<=<code>)[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}(?=</code>)")]
    private static partial Regex RecoveryCode();
}
