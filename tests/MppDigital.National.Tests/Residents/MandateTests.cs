using MppDigital.National.Residents;
using MppDigital.National.Residents.Mandates;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Tests.Residents;

public sealed class MandateTests(NationalDatabase nation) : IClassFixture<NationalDatabase>
{
    private const string Service = "DPM-SIP-04";

    private static int people;

    private readonly Resident giver = Somebody();
    private readonly Resident holder = Somebody();

    private DateOnly Today => DateOnly.FromDateTime(nation.Clock.GetUtcNow().UtcDateTime.AddHours(7));

    [Fact]
    public async Task Holds_from_acceptance_by_the_person_named_until_either_ends_it()
    {
        var offered = await OfferAsync(giver, holder);
        Assert.Equal("no-mandate", await RefusalAsync(holder, offered.Id));
        Assert.Equal("unknown-mandate", (await AnswerAsync(Somebody(), offered.Id)).Problem?.Code);

        var accepted = await AnswerAsync(holder, offered.Id);

        Assert.Equal((giver.Name, holder.Name, "active"), (accepted.Value!.Giver, accepted.Value.Holder, accepted.Value.State));
        var acting = (await UseAsync(holder, offered.Id)).Value!;
        Assert.Equal((giver.Sub, giver.Nik, giver.Name), (acting.Principal, acting.Nik, acting.Name));
        Assert.Equal("no-mandate", await RefusalAsync(giver, offered.Id));
        Assert.Equal("unknown-mandate", (await RevokeAsync(Somebody(), offered.Id)).Problem?.Code);

        Assert.Equal("giver", (await RevokeAsync(giver, offered.Id)).Value!.EndedBy);
        Assert.Equal("no-mandate", await RefusalAsync(holder, offered.Id));
    }

    [Fact]
    public async Task Covers_the_named_services_and_no_day_after_its_last()
    {
        var offered = await OfferAsync(giver, holder, [Service], Today.AddDays(2));
        await AnswerAsync(holder, offered.Id);

        Assert.Equal("no-mandate", await RefusalAsync(holder, offered.Id, "PLN-SBR-01"));
        Assert.True((await UseAsync(holder, offered.Id)).Succeeded);
        nation.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal("no-mandate", await RefusalAsync(holder, offered.Id));
        Assert.Equal("ended", Assert.Single((await MineAsync(giver)).Given).State);
    }

    [Fact]
    public async Task Lets_nobody_act_for_a_whole_village()
    {
        for (var i = 0; i < MandateRules.MostGivers; i++) Assert.True((await AnswerAsync(holder, (await OfferAsync(Somebody(), holder)).Id)).Succeeded);
        var sixth = await OfferAsync(giver, holder);

        Assert.Equal("too-many-givers", (await AnswerAsync(holder, sixth.Id)).Problem?.Code);

        await RevokeAsync(holder, (await MineAsync(holder)).Held[0].Id);
        Assert.True((await AnswerAsync(holder, sixth.Id)).Succeeded);
    }

    [Fact]
    public async Task Is_given_to_few_people_once_each_and_for_a_year_at_most()
    {
        for (var i = 0; i < MandateRules.MostHolders; i++) await OfferAsync(giver, Somebody());
        Assert.Equal("too-many-holders", (await TryOfferAsync(giver, holder)).Problem?.Code);
        var other = Somebody();
        await OfferAsync(other, holder);
        Assert.Equal("mandate-exists", (await TryOfferAsync(other, holder)).Problem?.Code);
        Assert.Equal(["/until"], (await TryOfferAsync(other, Somebody(), until: Today.AddDays(MandateRules.MostDays + 1))).Problem!.Errors.Keys);
        Assert.Equal(["/services"], (await TryOfferAsync(other, Somebody(), ["TIDAK-ADA"])).Problem!.Errors.Keys);
        Assert.Equal(["/holderNik"], (await TryOfferAsync(other, other)).Problem!.Errors.Keys);
    }

    [Fact]
    public async Task Sent_again_under_its_key_makes_one()
    {
        var first = await nation.GetAsync<OfferMandate, MandateView>(new(giver, holder.Nik, [], Today) { Key = "kunci-yang-sama" });
        var again = await nation.GetAsync<OfferMandate, MandateView>(new(giver, holder.Nik, [], Today) { Key = "kunci-yang-sama" });

        Assert.Equal(first.Id, again.Id);
        Assert.Equal("idempotency-key-reused", (await nation.RunAsync<OfferMandate, MandateView>(new(giver, Somebody().Nik, [], Today) { Key = "kunci-yang-sama" })).Problem?.Code);
    }

    [Fact]
    public async Task Of_a_parent_needs_a_minor_on_the_family_card()
    {
        Assert.Equal("not-your-child", (await ChildAsync(holder, null)).Problem?.Code);
        Assert.Equal("not-your-child", (await ChildAsync(holder, new ChildOnCard("1375010101079991", "Anak", Today.AddYears(-MandateRules.GrownUpAt)))).Problem?.Code);
        var nearly = new ChildOnCard("1375010101099992", "Anak", Today.AddYears(-MandateRules.GrownUpAt).AddDays(10));

        var made = (await ChildAsync(holder, nearly)).Value!;
        var other = (await ChildAsync(giver, nearly)).Value!;

        Assert.Equal(Today.AddDays(9), made.Until);
        Assert.Equal(made.Id, (await ChildAsync(holder, nearly)).Value!.Id);
        // Father and mother see the same child's applications.
        Assert.Equal((await UseAsync(holder, made.Id)).Value!.Principal, (await UseAsync(giver, other.Id)).Value!.Principal);
        Assert.Equal("no-mandate", await RefusalAsync(giver, made.Id));
    }

    [Fact]
    public async Task Shows_the_giver_every_use_once()
    {
        var mandate = await OfferAsync(giver, holder);
        await AnswerAsync(holder, mandate.Id);
        var use = new RecordMandateUse(mandate.Id, RegencyCode.Parse("13.75"), "1375-26-000001", Service, "submitted", nation.Clock.GetUtcNow().UtcDateTime);

        await nation.GetAsync<RecordMandateUse, Done>(use);
        await nation.GetAsync<RecordMandateUse, Done>(use);

        var told = Assert.Single(Assert.Single((await MineAsync(giver)).Given).Uses);
        Assert.Equal(("1375", "1375-26-000001", "submitted"), (told.Regency, told.Number, told.Action));
        Assert.Empty((await MineAsync(Somebody())).Given);
    }

    [Fact]
    public async Task Is_stored_without_a_readable_name_or_number()
    {
        var mandate = await OfferAsync(giver, holder);

        await using var db = nation.Open();
        var row = await db.Mandates.FindAsync(mandate.Id);

        Assert.DoesNotContain(giver.Nik, System.Text.Encoding.UTF8.GetString(row!.Names), StringComparison.Ordinal);
        Assert.NotEqual(holder.Nik, row.HolderLookup);
    }

    private static Resident Somebody()
    {
        var number = Interlocked.Increment(ref people);
        return new Resident($"sub-{number}", $"13750101019{number:00000}", $"WARGA {number}");
    }

    private async Task<MandateView> OfferAsync(Resident from, Resident to, string[]? services = null, DateOnly? until = null)
    {
        var offered = await TryOfferAsync(from, to, services, until);
        Assert.True(offered.Succeeded, offered.Problem?.Code);
        return offered.Value;
    }

    private Task<Outcome<MandateView>> TryOfferAsync(Resident from, Resident to, string[]? services = null, DateOnly? until = null) =>
        nation.RunAsync<OfferMandate, MandateView>(new(from, to.Nik, services ?? [], until ?? Today.AddDays(30)));

    private Task<Outcome<MandateView>> AnswerAsync(Resident by, Guid id) => nation.RunAsync<AnswerMandate, MandateView>(new(by, id, Accept: true));

    private Task<Outcome<MandateView>> RevokeAsync(Resident by, Guid id) => nation.RunAsync<RevokeMandate, MandateView>(new(by.Sub, id));

    private Task<Outcome<MandateView>> ChildAsync(Resident parent, ChildOnCard? child) => nation.RunAsync<RegisterChild, MandateView>(new(parent, child));

    private Task<MyMandates> MineAsync(Resident person) => nation.GetAsync<ListMandates, MyMandates>(new(person));

    private Task<Outcome<ActingFor>> UseAsync(Resident by, Guid id, string service = Service) => nation.RunAsync<UseMandate, ActingFor>(new(by.Sub, id, service));

    private async Task<string?> RefusalAsync(Resident by, Guid id, string service = Service) => (await UseAsync(by, id, service)).Problem?.Code;
}
