using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using MppDigital.Login.SignIn;

namespace MppDigital.Login.Tests.SignIn;

public sealed class RegisterAccountTests(LoginServer server) : IClassFixture<LoginServer>
{
    private static readonly RegisterAccount Good = Flow.NewCitizen();

    public static TheoryData<string, RegisterAccount> Faults => new()
    {
        { "/nik", Good with { Nik = null } },
        { "/nik", Good with { Nik = "137501520394990" } },
        { "/nik", Good with { Nik = "1375015203949901\0" } },
        { "/nik", Good with { Nik = "9975015203949901" } },
        { "/nik", Good with { Nik = "1375010113909901" } },
        { "/nik", Good with { Nik = "1375015203940000" } },
        { "/birthDate", Good with { BirthDate = new DateOnly(1994, 3, 13) } },
        { "/birthDate", Good with { BirthDate = null } },
        { "/birthDate", Good with { BirthDate = new DateOnly(2094, 3, 12) } },
        { "/name", Good with { Name = " " } },
        { "/name", Good with { Name = new string('a', 101) } },
        { "/name", Good with { Name = "Rahmi\u0007" } },
        { "/motherName", Good with { MotherName = "" } },
        { "/motherName", Good with { MotherName = "\u202eSiti" } },
        { "/phone", Good with { Phone = "12345" } },
        { "/phone", Good with { Phone = "0752 21000" } },
        { "/email", Good with { Email = "rahmi" } },
        { "/email", Good with { Email = "Rahmi <rahmi@contoh.id>" } },
        { "/email", Good with { Email = "rahmi@contoh" } },
        { "/password", Good with { Password = "pendek" } },
        { "/password", Good with { Password = "Password123" } },
        { "/password", Good with { Password = "aaaaaaaaaaaa" } },
        { "/password", Good with { Password = new string('k', 150) + new string('u', 51) + "abc" } },
        { "/password", Good with { Password = "saya rahmi putri" } },
    };

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public async Task Names_the_field_that_is_wrong_and_stores_nothing(string field, RegisterAccount input)
    {
        await using var before = await server.ContextAsync();
        var count = await before.Accounts.CountAsync();

        var refused = await server.DoAsync<RegisterAccount, RegistrationStarted>(input);

        Assert.Equal("invalid-registration", refused.Problem?.Code);
        Assert.Contains(field, refused.Problem!.Errors.Keys);
        Assert.Equal(count, await before.Accounts.CountAsync());
    }

    [Fact]
    public async Task Makes_one_account_for_one_nik_even_when_the_codes_of_several_tabs_come_at_once()
    {
        var citizen = Flow.NewCitizen() with { Email = null };
        var tabs = new List<ConfirmRegistration>();
        for (var tab = 0; tab < 4; tab++)
        {
            var begun = await server.DoAsync<RegisterAccount, RegistrationStarted>(citizen);
            tabs.Add(server.CodesFor(citizen, begun.Value!.Handle));
        }

        var answers = await Task.WhenAll(tabs.Select(server.DoAsync<ConfirmRegistration, RegisteredAccount>));

        Assert.Single(answers, a => a.Succeeded);
        Assert.All(answers.Where(a => !a.Succeeded), a => Assert.Equal("codes-over", a.Problem!.Code));
    }

    [Fact]
    public async Task Keeps_no_personal_data_in_clear_text()
    {
        var citizen = Flow.NewCitizen("rahasia sekali 77") with { Name = "Zulaikha Wibisono", Email = "zulaikha@contoh.id", MotherName = "Maimunah Hasan" };
        var begun = (await server.DoAsync<RegisterAccount, RegistrationStarted>(citizen)).Value!;
        var codes = server.CodesFor(citizen, begun.Handle);
        AssertUnreadable([begun.Handle, $"\"{codes.PhoneCode}\"", "Zulaikha", "Maimunah", citizen.Nik!, "rahasia sekali"]);

        var made = (await server.DoAsync<ConfirmRegistration, RegisteredAccount>(codes)).Value!;

        var bytes = AssertUnreadable([citizen.Nik!, "Zulaikha", "Maimunah", "zulaikha@contoh.id", LoginServer.PhoneOf(citizen)[1..], "1994-03-12", "rahasia sekali", made.Cookie]);
        Assert.True(Contains(bytes, made.Sub), "the search would find nothing at all");
    }

    [Theory]
    [InlineData("id")]
    [InlineData("en")]
    public async Task Says_what_to_do_in_the_language_of_the_page(string language)
    {
        CultureInfo.CurrentUICulture = new CultureInfo(language);

        var refused = await server.DoAsync<RegisterAccount, RegistrationStarted>(new RegisterAccount(null, null, null, null, null, null, null, null));

        Assert.Equal(6, refused.Problem!.Errors.Count);
        Assert.Equal(language == "en" ? "Write the 16 digits of your NIK, as on your identity card." : "Tulis NIK 16 angka, seperti di KTP-el.", refused.Problem.Errors["/nik"][0]);
        Assert.All(refused.Problem.Errors.Values, texts => Assert.EndsWith(".", texts[0], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Has_a_table_for_passkeys()
    {
        await using var db = await server.ContextAsync();

        Assert.Equal(0, await db.UserPasskeys.CountAsync());
    }

    private byte[] AssertUnreadable(IEnumerable<string> secrets)
    {
        SqliteConnection.ClearAllPools();
        var bytes = Directory.EnumerateFiles(Path.Combine(server.DataDirectory, "db"), "mpp_login.db*").SelectMany(ReadShared).ToArray();
        foreach (var secret in secrets) Assert.False(Contains(bytes, secret), $"{secret} is readable in the database");
        return bytes;
    }

    private static byte[] ReadShared(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static bool Contains(byte[] bytes, string text) => bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(text)) >= 0;
}
