using System.Text.Json;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Applications.Office;
using MppDigital.Regencies.Officers;
using MppDigital.Testing.Databases;

namespace MppDigital.Regencies.Tests.Applications.Workflow;

/// <summary>What a file is about decides whether it is a second one of the same, and to whom it comes first.</summary>
public sealed class SubjectTests(TwoRegencies regencies) : IClassFixture<TwoRegencies>
{
    private readonly Desk desk = new(regencies);

    [Fact]
    public async Task A_second_application_is_a_duplicate_only_for_the_same_place()
    {
        await desk.OpenAsync();
        var first = await desk.FileAsync("nurse", "Klinik Pratama Melati");
        var elsewhere = await desk.FileAsync("nurse", "RSUD Bukittinggi");
        var again = await desk.FileAsync("nurse", "klinik pratama  MELATI");
        var somebody = await desk.FileAsync("midwife", "Klinik Pratama Melati");

        Assert.Equal([false, false, true, false], new[] { first, elsewhere, again, somebody }.Select(n => desk.FindAsync(n).GetAwaiter().GetResult().Duplicate));
        foreach (var number in (string[])[first, again]) await desk.DoAsync(number, d => new ClaimApplication(d), desk.Officer);
        Assert.True((await desk.SeeAsync(again, desk.Officer)).Duplicate);
    }

    [Fact]
    public async Task A_correction_says_anew_what_the_file_is_about()
    {
        await desk.OpenAsync();
        var number = await desk.FileAsync("pharmacist", "Apotek Sehat");
        await desk.DoAsync(number, d => new ClaimApplication(d), desk.Officer);
        await desk.DoAsync(number, d => new ReturnApplication(d, "Nama fasilitas kurang jelas.", ["fasilitas", "alamat_praktik"]), desk.Officer);
        var mended = JsonSerializer.SerializeToElement(new { fasilitas = "Apotek Sentosa", alamat_praktik = new { street = "Jl. Sudirman 1", district = "Mandiangin", regency = "13.75" } });
        await regencies.GetAsync<CorrectApplication, ApplicationView>(TwoRegencies.Bukittinggi, new CorrectApplication(Desk.Citizen("pharmacist"), number, mended, []));

        Assert.Equal("MANDIANGIN", (await desk.FindAsync(number)).Area);
        Assert.Equal([false, true], new[] { await desk.FileAsync("pharmacist", "Apotek Sehat"), await desk.FileAsync("pharmacist", "Apotek Sentosa") }.Select(n => desk.FindAsync(n).GetAwaiter().GetResult().Duplicate));
    }

    [Fact]
    public async Task An_officer_of_some_districts_is_shown_theirs_and_may_still_work_on_the_others()
    {
        await desk.OpenAsync();
        var here = await desk.FileAsync(district: "Kec. Guguk  Panjang");
        var there = await desk.FileAsync(district: "Mandiangin Koto Selayan");
        var nowhere = await desk.FileAsync(district: "");
        var local = new StaffMember("tono", "Tono Wijaya", [new OfficerSeat(OfficerRole.Officer, "DPMPTSP") { Areas = ["GUGUK PANJANG"] }]);

        Assert.Equal(("GUGUK PANJANG", null), ((await desk.FindAsync(here)).Area, (await desk.FindAsync(nowhere)).Area));
        Assert.Equal([here, nowhere], (await desk.ListAsync(local, "turn")).Where(n => n == here || n == there || n == nowhere).Order());
        Assert.Equal([here, there, nowhere], (await desk.ListAsync(desk.Officer, "turn")).Where(n => n == here || n == there || n == nowhere).Order());
        Assert.Contains(there, await desk.ListAsync(local, "open"));
        await desk.DoAsync(there, d => new ClaimApplication(d), local);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("Guguk Panjang, mandiangin  koto selayan,", "GUGUK PANJANG,MANDIANGIN KOTO SELAYAN")]
    [InlineData("Kecamatan Guguk Panjang, Guguk Panjang", "GUGUK PANJANG")]
    public void Districts_are_read_as_typed(string typed, string stored)
    {
        Assert.True(WorkAreas.TryRead(typed, out var areas));
        Assert.Equal(stored, areas);
    }

    [Theory]
    [InlineData("Kecamatan")]
    [InlineData("Guguk\u0000Panjang")]
    [InlineData("Nama kecamatan yang jauh lebih panjang daripada nama kecamatan mana pun di Indonesia")]
    public void What_is_no_district_is_refused(string typed) => Assert.False(WorkAreas.TryRead(typed, out _));

    [Fact]
    public async Task Only_an_officer_has_districts()
    {
        await desk.OpenAsync();
        var admin = new StaffMember("admin", "Sari", [new OfficerSeat(OfficerRole.Admin, "")]) { HasFreshFactor = true };
        var seats = (await regencies.GetAsync<ListStaff, StaffList>(TwoRegencies.Bukittinggi, new ListStaff(admin))).Seats;
        var (head, officer) = (seats.First(s => s.Role == OfficerRole.Head), seats.First(s => s.Sub == desk.Colleague.Sub));

        Assert.Equal("/areas", (await ChangeAsync(admin, head, "Guguk Panjang")).Problem?.Errors.Single().Key);
        Assert.Equal("/areas", (await ChangeAsync(admin, officer, "Kecamatan")).Problem?.Errors.Single().Key);
        Assert.True((await ChangeAsync(admin, officer, "Guguk Panjang")).Succeeded);
        Assert.Equal("GUGUK PANJANG", (await regencies.GetAsync<ListStaff, StaffList>(TwoRegencies.Bukittinggi, new ListStaff(admin))).Seats.Single(s => s.Id == officer.Id).Areas);
    }

    private Task<Outcome<Done>> ChangeAsync(StaffMember admin, SeatRow seat, string areas) =>
        regencies.RunAsync<ChangeSeat, Done>(TwoRegencies.Bukittinggi, new ChangeSeat(admin, seat.Id, seat.From, seat.Until, seat.Version, areas));
}
