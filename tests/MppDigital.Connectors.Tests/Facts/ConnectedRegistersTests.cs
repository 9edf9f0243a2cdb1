using System.Text.Json;
using MppDigital.Connectors.Facts;
using MppDigital.Connectors.Oss;
using MppDigital.Platform.Identification;
using MppDigital.Platform.Tenancy;

namespace MppDigital.Connectors.Tests.Facts;

public sealed class ConnectedRegistersTests : IAsyncLifetime
{
    private static readonly RegencyCode Bukittinggi = RegencyCode.Parse("13.75");
    private static readonly string Nurse = SyntheticPeople.NikOf("1375", 0);

    private RunningConnectors connectors = null!;

    public async Task InitializeAsync() => connectors = await RunningConnectors.StartAsync();

    public async Task DisposeAsync() => await connectors.DisposeAsync();

    [Fact]
    public async Task Answers_all_fields_of_a_person_with_one_question()
    {
        var person = SyntheticPeople.Find(Nurse, new DateOnly(2026, 11, 19))!;

        var found = await FindAsync("person.name", Nurse);

        Assert.Equal("dukcapil.person", found.Source);
        Assert.Equal(connectors.Clock.UtcNow, found.AsOf);
        Assert.Equal(person.Name, Text(found, "person.name", "nama_lengkap"));
        Assert.Equal(person.Nik, Text(found, "person.nik", "nik"));
        Assert.Equal(person.Address, Text(found, "person.address", "alamat"));
        Assert.Equal(person.FamilyCardNumber, Text(found, "person.familyCardNumber", "no_kk"));
        Assert.Equal(person.BirthDate.ToString("yyyy-MM-dd", null), Text(found, "person.birthDate", "tanggal_lahir"));
        Assert.NotEmpty(Text(found, "person.birthPlace", "tempat_lahir")!);
        Assert.DoesNotContain(found.Facts.Values.Values, v => v.ToString() == person.MotherName);
    }

    [Fact]
    public async Task Fills_each_field_of_the_family_card_with_its_own_value()
    {
        var found = await FindAsync("dukcapil.family_card", Nurse);

        Assert.Equal(Nurse, Text(found, "dukcapil.family_card", "nik_ibu"));
        Assert.NotEqual(Nurse, Text(found, "dukcapil.family_card", "nik_ayah"));
        var members = found.Facts.ValueFor("dukcapil.family_card", "anggota")!.Value;
        Assert.Contains(members.EnumerateArray(), m => m.GetProperty("nik").GetString() == Nurse && m.GetProperty("relation").GetString() == "Istri");
        Assert.DoesNotContain(found.Facts.ChoicesFor("dukcapil.family_card", "ikut"), c => c.Value == Nurse);
        Assert.Equal(members.GetArrayLength() - 1, found.Facts.ChoicesFor("dukcapil.family_card", "ikut").Count);
    }

    [Fact]
    public async Task Answers_registration_profession_and_credit_points_with_one_question()
    {
        var found = await FindAsync("kemkes.satusehat_sdmk.profession", Nurse);

        Assert.Equal("perawat", Text(found, "kemkes.satusehat_sdmk.profession", "profesi"));
        Assert.StartsWith("SY", Text(found, "kemkes.satusehat_sdmk.str", "no_str"), StringComparison.Ordinal);
        Assert.True(found.Facts.Confirms("kemkes.satusehat_sdmk.str"));
        Assert.True(found.Facts.Confirms("kemkes.satusehat_sdmk.skp"));
    }

    [Theory]
    [InlineData(3, "kemkes.satusehat_sdmk.skp")]
    [InlineData(6, "kemkes.satusehat_sdmk.str")]
    public async Task Does_not_confirm_what_the_register_knows_but_does_not_grant(int position, string source)
    {
        var found = await FindAsync(source, SyntheticPeople.NikOf("1375", position));

        Assert.False(found.Facts.Confirms(source));
        Assert.True(found.Facts.Confirms("kemkes.satusehat_sdmk.profession"));
    }

    [Fact]
    public async Task Offers_the_facilities_of_the_regency_and_leaves_the_choice_to_the_applicant()
    {
        var found = await FindAsync("kemkes.satusehat.facility|null", Nurse);

        Assert.NotEmpty(found.Facts.ChoicesFor("kemkes.satusehat.facility", "fasilitas"));
        Assert.Null(found.Facts.ValueFor("kemkes.satusehat.facility", "fasilitas"));
    }

    [Fact]
    public async Task Fills_the_only_business_of_a_person_with_one_question()
    {
        var owner = SyntheticPeople.NikOf("1375", 7);

        var found = await FindAsync("business.name", owner);

        Assert.Equal("oss.business", found.Source);
        Assert.True(BusinessId.IsSound(Text(found, "business.nib", "nib")!));
        Assert.Equal(owner, Text(found, "person.npwp|business.npwp", "npwp"));
        Assert.Equal("medium-low", Text(found, "oss.business.risk", "risiko"));
        Assert.True(found.Facts.Confirms("oss.nib"));
    }

    [Fact]
    public void Lets_who_acts_for_several_businesses_choose_and_confirms_nothing_by_one_that_is_suspended()
    {
        var shop = new Business("0000000000017", Nurse, "UD Satu", null, true, []);

        var several = OssFacts.Of([shop, shop with { Nib = "9999999999901", Name = "UD Dua" }]);
        var suspended = OssFacts.Of([shop with { Active = false }]);

        Assert.Equal(["0000000000017", "9999999999901"], several.ChoicesFor("business.nib", "nib").Select(c => c.Value));
        Assert.Null(several.ValueFor("business.nib", "nib"));
        Assert.True(several.Confirms("oss.nib"));
        Assert.False(suspended.Confirms("oss.nib"));
        Assert.Null(suspended.ValueFor("business.nib", "nib"));
    }

    [Fact]
    public async Task Shows_the_last_list_of_places_while_the_register_is_silent_and_confirms_nothing_by_it()
    {
        var today = await FindAsync("kemkes.satusehat.facility", Nurse);
        await connectors.SwitchAsync("SatuSehat", "500");
        connectors.Clock.Advance(TimeSpan.FromDays(3));

        var remembered = await FindAsync("kemkes.satusehat.facility", Nurse);
        connectors.Clock.Advance(TimeSpan.FromDays(5));
        var tooOld = await AskAsync("kemkes.satusehat.facility", Nurse);

        var choices = remembered.Facts.ChoicesFor("kemkes.satusehat.facility", "fasilitas");
        Assert.Equal(today.AsOf, remembered.AsOf);
        Assert.Equal(today.Facts.ChoicesFor("kemkes.satusehat.facility", "fasilitas").Select(c => c.Value), choices.Select(c => c.Value));
        Assert.All(choices, c => Assert.EndsWith($"({today.AsOf:dd-MM-yyyy})", c.Detail, StringComparison.Ordinal));
        Assert.False(remembered.Facts.Confirms("kemkes.satusehat.facility"));
        Assert.IsType<FactAnswer.Unavailable>(tooOld);
    }

    [Theory]
    [InlineData("kemkes.satusehat_sdmk.str", 9)]
    [InlineData("business.nib", 9)]
    public async Task Says_not_found_for_a_licence_that_does_not_exist(string source, int position) =>
        Assert.IsType<FactAnswer.NotFound>(await AskAsync(source, SyntheticPeople.NikOf("1375", position)));

    [Theory]
    [InlineData("Dukcapil", "person.name")]
    [InlineData("Dukcapil", "dukcapil.family_card")]
    [InlineData("SatuSehat", "kemkes.satusehat_sdmk.str")]
    [InlineData("SatuSehat", "kemkes.satusehat.facility")]
    [InlineData("Oss", "person.npwp|business.npwp")]
    public async Task Says_unavailable_while_the_register_is_out(string connector, string source)
    {
        await connectors.SwitchAsync(connector, "no-answer");

        Assert.Equal(Outage.TimedOut, Assert.IsType<FactAnswer.Unavailable>(await AskAsync(source, Nurse)).Reason);
    }

    [Theory]
    [InlineData("oss.kkpr|null")]
    [InlineData("person.npwp")]
    [InlineData("account.phone")]
    [InlineData("dukcapil.move_letter")]
    [InlineData("null")]
    [InlineData("")]
    public async Task Says_not_connected_for_a_source_without_a_register(string source) =>
        Assert.Equal(new FactAnswer.NotConnected(source), await AskAsync(source, Nurse));

    [Fact]
    public async Task Says_not_connected_where_no_address_is_configured()
    {
        await using var bare = await RunningConnectors.StartAsync(environment: "Production");

        var answer = await bare.Get<IFactSource>().AskAsync(new FactRequest("person.name", Nurse, Bukittinggi), default);

        Assert.Equal(new FactAnswer.NotConnected("dukcapil.person"), answer);
    }

    private Task<FactAnswer> AskAsync(string source, string nik) => connectors.Get<IFactSource>().AskAsync(new FactRequest(source, nik, Bukittinggi), default);

    private async Task<FactAnswer.Found> FindAsync(string source, string nik) => Assert.IsType<FactAnswer.Found>(await AskAsync(source, nik));

    private static string? Text(FactAnswer.Found found, string source, string field)
    {
        var value = found.Facts.ValueFor(source, field)!.Value;
        Assert.Equal(JsonValueKind.String, value.ValueKind);
        return value.GetString();
    }
}
