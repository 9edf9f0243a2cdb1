using System.Text;
using System.Text.Json;
using MppDigital.Connectors.Dukcapil;
using MppDigital.Connectors.Products;
using MppDigital.Platform.Identification;
using CivilNumber = MppDigital.Platform.Identification.Nik;

namespace MppDigital.Connectors.Tests.Dukcapil;

public sealed class DukcapilProductsTests : IAsyncLifetime
{
    private static readonly string Nik = SyntheticPeople.NikOf("1375", 0);

    private RunningConnectors connectors = null!;

    private IProductRegister Register => connectors.Get<IProductRegister>();

    public async Task InitializeAsync()
    {
        connectors = await RunningConnectors.StartAsync();
        // The very first product waits for its code to be compiled. The short limits here are for faults and not for that.
        for (var i = 0; i < 20 && await FoundAsync(Birth("1375-26-000001")) is null; i++)
        {
        }
    }

    public async Task DisposeAsync() => await connectors.DisposeAsync();

    internal static ProductRequest Birth(string application, int issue = 1, string kind = "birth-certificate") => new(
        application, issue, kind, Nik,
        JsonSerializer.Deserialize<Dictionary<string, JsonElement>>("""{ "nama_anak": "Aisyah Rahmadani", "tgl_lahir_anak": "2026-11-09", "jk_anak": "P" }""")!, "Rina Marlina", new DateTime(2026, 11, 18, 3, 0, 0, DateTimeKind.Utc));

    [Fact]
    public async Task Makes_a_certificate_with_a_number_for_the_child_and_a_paper_marked_as_a_sample()
    {
        var made = (await FoundAsync(Birth("1375-26-000017")))!;

        Assert.Equal("CONTOH-AKTA-KELAHIRAN-1375-26-000017", made.Number);
        var child = made.Facts["child_nik"].GetString()!;
        Assert.Equal((null, new DateOnly(2026, 11, 9), Sex.Female), (CivilNumber.FaultOf(child, new DateOnly(2026, 11, 19)), CivilNumber.BirthDateOf(child, new DateOnly(2026, 11, 19)), CivilNumber.SexOf(child)));
        Assert.Equal((child, "Aisyah Rahmadani", "Anak"), (Member("nik"), Member("name"), Member("relation")));
        var text = Encoding.ASCII.GetString(made.Pdf);
        Assert.StartsWith("%PDF-", text, StringComparison.Ordinal);
        Assert.Contains("(CONTOH) Tj", text, StringComparison.Ordinal);

        string? Member(string name) => made.Facts["child_member"][0].GetProperty(name).GetString();
    }

    [Fact]
    public async Task Asked_again_gives_the_same_product_and_never_a_second_number()
    {
        var first = (await FoundAsync(Birth("1375-26-000018")))!;

        var again = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => FoundAsync(Birth("1375-26-000018"))));
        var next = (await FoundAsync(Birth("1375-26-000018", issue: 2)))!;

        Assert.All(again, a => Assert.Equal((first.Number, Convert.ToBase64String(first.Pdf)), (a!.Number, Convert.ToBase64String(a.Pdf))));
        Assert.NotEqual(first.Number, next.Number);
        // The same key for something else is no repetition.
        Assert.Equal(new Lookup<RegisterProduct>.Unavailable(Outage.Refused), await Register.MakeAsync(Birth("1375-26-000018", kind: "family-card"), default));
    }

    [Theory]
    [InlineData("no-answer", Outage.TimedOut)]
    [InlineData("slow", Outage.TimedOut)]
    [InlineData("500", Outage.Refused)]
    [InlineData("wrong-data", Outage.Unreadable)]
    public async Task Takes_no_answer_that_is_not_exactly_what_was_asked_for_and_the_right_one_afterwards(string fault, Outage expected)
    {
        await connectors.SwitchAsync("DukcapilProducts", fault);

        // Wrong data is about somebody else at first, then about another application.
        for (var i = 0; i < 2; i++) Assert.Equal(new Lookup<RegisterProduct>.Unavailable(expected), await Register.MakeAsync(Birth("1375-26-000019"), default));

        await connectors.SwitchAsync("DukcapilProducts", "answer");
        Assert.Equal("CONTOH-AKTA-KELAHIRAN-1375-26-000019", (await FoundAsync(Birth("1375-26-000019")))!.Number);
    }

    [Theory]
    [InlineData("nik", "\"1375014101909901\"")]
    [InlineData("nik", "\"12\"")]
    [InlineData("born", "\"2026-11-10\"")]
    [InlineData("child", "null")]
    public void Refuses_a_certificate_whose_child_cannot_be(string what, string value)
    {
        var child = new DukcapilChildRecord(what == "nik" ? JsonSerializer.Deserialize<string>(value) : "1375014911269990", "Aisyah Rahmadani", what == "born" ? new DateOnly(2026, 11, 10) : new DateOnly(2026, 11, 9), "Perempuan");
        var record = new DukcapilProductRecord("1375-26-000020", 1, DukcapilProductWords.Birth, Nik, "1", [], what == "child" ? null : child);

        Assert.Null(DukcapilProductWords.FactsOf(record, new DateOnly(2026, 11, 19)));
        Assert.NotNull(DukcapilProductWords.FactsOf(record with { Child = new DukcapilChildRecord("1375014911269990", "Aisyah Rahmadani", new DateOnly(2026, 11, 9), "Perempuan") }, new DateOnly(2026, 11, 19)));
    }

    [Fact]
    public async Task Does_not_know_somebody_outside_the_register() =>
        Assert.IsType<Lookup<RegisterProduct>.NotFound>(await Register.MakeAsync(Birth("1375-26-000021") with { Nik = "1375014101900001" }, default));

    private async Task<RegisterProduct?> FoundAsync(ProductRequest request) => (await Register.MakeAsync(request, default) as Lookup<RegisterProduct>.Found)?.Data;
}
