using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Offerings;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;
using MppDigital.Regencies.Tests.Payments;
using MppDigital.Testing.Databases;

namespace MppDigital.Regencies.Tests.Applications.Fees;

/// <summary>A fee that rests on the regency's tariff: nobody is let in before it is set, and what was filed keeps the tariff of that day.</summary>
public sealed class TariffTests(TwoRegencies regencies) : IClassFixture<TwoRegencies>
{
    private const string Advert = Adverts.Service;

    private static readonly StaffMember Admin = new("admin", "Admin", [new OfficerSeat(OfficerRole.Admin, "")]) { HasFreshFactor = true };

    private static readonly Applicant Citizen = Adverts.Citizen("payer");

    private readonly Adverts adverts = new(regencies);

    [Fact]
    public async Task Without_its_tariff_a_service_is_closed_and_cannot_be_opened()
    {
        var here = TwoRegencies.Padang;
        await regencies.GetAsync<ChangeOffering, OfferingSettings>(here, new ChangeOffering(Admin, Advert, false, null, "", 1));

        var opened = await regencies.RunAsync<ChangeOffering, OfferingSettings>(here, new ChangeOffering(Admin, Advert, true, null, "", 2));
        Assert.Equal(["/tariffIdr"], opened.Problem!.Errors.Keys);

        // Written past the save: offered, and yet nobody is asked a single question.
        await using (var scope = regencies.Enter(here))
        await using (var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<RegencyDbContext>>().CreateDbContextAsync()) await db.Database.ExecuteSqlRawAsync("UPDATE offerings SET Active = 1 WHERE Service = 'DPM-RKL-01'");
        Assert.Equal("tariff-missing", (await regencies.RunAsync<PrepareForm, PreparedForm>(here, new PrepareForm(Citizen, Advert))).Problem!.Code);
        Assert.True((await regencies.GetAsync<ReadServiceSheet, ServiceSheet>(here, new ReadServiceSheet(Advert))).Offer.LacksTariff);
        Assert.False((await regencies.GetAsync<ListOfferings, Page<OfferingRow>>(here, new ListOfferings())).Items.Single(o => o.Code == Advert).Active);
    }

    [Fact]
    public async Task What_was_filed_keeps_its_fee_when_the_tariff_changes()
    {
        var here = TwoRegencies.Bukittinggi;
        var number = await adverts.FileAsync(Citizen.Sub);
        await regencies.GetAsync<ChangeOffering, OfferingSettings>(here, new ChangeOffering(Admin, Advert, true, null, "", 1) { TariffIdr = 9_000 });

        var filed = await regencies.GetAsync<ReadApplication, ApplicationView>(here, new ReadApplication(Citizen.Sub, number));
        var later = await regencies.GetAsync<ReadApplication, ApplicationView>(here, new ReadApplication(Citizen.Sub, await adverts.FileAsync(Citizen.Sub)));

        Assert.Equal((Adverts.FeeIdr, 5_000L), (filed.Fee!.AmountIdr, filed.Fee.TariffIdr));
        Assert.Equal((32_670_600L, 9_000L), (later.Fee!.AmountIdr, later.Fee.TariffIdr));
    }
}
