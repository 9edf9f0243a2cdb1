using System.Globalization;
using MppDigital.Platform.Identification;

namespace MppDigital.Web.Tests.Http;

/// <summary>How a citizen gets an account, on the pages of the running program.</summary>
[Collection(RunningProgram.Name)]
public sealed class RegistrationPagesTests(RunningProgram program)
{
    [Fact]
    public async Task A_citizen_registers_types_the_code_and_is_signed_in()
    {
        using var client = program.Stranger();
        var person = Person(150);
        var (address, page) = await BeginAsync(client, person, "081277770150");
        Assert.EndsWith("/daftar/kode", address.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("6281277770150", page.Text, StringComparison.Ordinal);

        var wrong = await client.PostFormAsync(address, page, "daftar-kode", new() { ["phoneCode"] = "abc" });
        wrong.Expect(422);
        Assert.Contains("Kode tidak cocok", wrong.Text, StringComparison.Ordinal);

        var (_, home) = await client.SubmitAsync(address, page, "daftar-kode", new() { ["phoneCode"] = program.CodeTo("+6281277770150") });
        Assert.Contains(person.Name, home.Expect(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_has_an_account_looks_like_any_other_and_its_owner_hears_of_it()
    {
        using var client = program.Stranger();
        var taken = program.People.Citizens[3];
        var person = SyntheticPeople.Find(taken.Nik, DateOnly.FromDateTime(DateTime.UtcNow))!;

        var (address, page) = await BeginAsync(client, person, "081277770003");

        Assert.EndsWith("/daftar/kode", address.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("6281277770003", page.Expect(200).Text, StringComparison.Ordinal);
        Assert.Contains("sudah punya akun", program.MessageTo($"+6281200{person.Nik[10..]}"), StringComparison.Ordinal);
        (await client.PostFormAsync(address, page, "daftar-kode", new() { ["phoneCode"] = "123456" })).Expect(422);
    }

    [Fact]
    public async Task Facts_that_differ_are_refused_by_one_sentence()
    {
        using var client = program.Stranger();

        var (_, page) = await BeginAsync(client, Person(151) with { MotherName = "Ibu Orang Lain" }, "081277770151");

        Assert.Contains("Dukcapil", page.Expect(422).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Codes_that_nobody_waits_for_are_told_so()
    {
        using var client = program.Stranger();

        var page = await client.GetAsync("login", "/daftar/kode");

        Assert.Contains("Tidak ada kode yang ditunggu", page.Expect(200).Text, StringComparison.Ordinal);
    }

    private static SyntheticPerson Person(int position) => SyntheticPeople.Find(SyntheticPeople.NikOf("1375", position), DateOnly.FromDateTime(DateTime.UtcNow))!;

    private async Task<(Uri Address, Answer Page)> BeginAsync(MppClient client, SyntheticPerson person, string phone)
    {
        var (address, page) = await client.FollowAsync(new Uri(program.OriginOf("login"), "/daftar"));
        return await client.SubmitAsync(address, page, "daftar", new()
        {
            ["nik"] = person.Nik,
            ["name"] = person.Name,
            ["birthDay"] = person.BirthDate.Day.ToString(CultureInfo.InvariantCulture),
            ["birthMonth"] = person.BirthDate.Month.ToString(CultureInfo.InvariantCulture),
            ["birthYear"] = person.BirthDate.Year.ToString(CultureInfo.InvariantCulture),
            ["motherName"] = person.MotherName,
            ["phone"] = phone,
            ["email"] = "",
            ["password"] = "kuda laut biru 7",
        });
    }
}
