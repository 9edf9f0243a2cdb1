using System.Text.Json.Nodes;

namespace MppDigital.Web.Tests.Http;

/// <summary>The forms of coming to the hall; each is wrong in itself, so that nothing is booked, moved or cancelled by it.</summary>
internal sealed class VisitPageCases(RunningProgram program)
{
    private const string Here = "bukittinggi";
    private const string Service = "DKC-KTP-02";

    public async Task<PageCase[]> AllAsync()
    {
        var citizen = await program.CitizenAsync(7);
        var slots = (await citizen.GetAsync(Here, $"/api/v1/visits/slots?service={Service}")).Expect(200);
        var slot = slots["items"].EnumerateArray().Last(s => s.GetProperty("free").GetInt32() > 0).GetProperty("id").GetString()!;
        var mine = (await citizen.GetAsync(Here, "/api/v1/visits")).Expect(200)["open"].EnumerateArray().Select(v => v.GetProperty("id").GetString()).FirstOrDefault()
            ?? (await citizen.PostAsync(Here, "/api/v1/visits", new JsonObject { ["service"] = Service, ["slot"] = slot }, MppClient.NewKey())).Expect(201).TextOf("id");
        var other = await program.CitizenAsync(8);
        var admin = await program.StaffAsync("admin.bukittinggi", Here);
        var place = $"/admin/tempat/{(await admin.GetAsync(Here, "/api/v1/places")).Expect(200)["items"].EnumerateArray().First().GetProperty("id").GetString()}";
        return
        [
            new("BookPage.razor pesan", other, Here, $"/layanan/{Service}/kunjungan/pesan?jam={slot}", "pesan") { Fields = [("prioritas", "ratu")], Named = new Dictionary<string, string> { ["prioritas"] = "href=\"#prioritas\"" } },
            new("MovePage.razor ganti", citizen, Here, $"/kunjungan/{mine}/ganti", "ganti") { Fields = [("jam", "pagi")], Named = new Dictionary<string, string> { ["jam"] = "class=\"field err\"" } },
            new("CancelPage.razor batal", citizen, Here, $"/kunjungan/{mine}/batal", "batal"),
            new("PlacesPage.razor jawab", admin, Here, "/admin/tempat", "jawab") { Fields = [("terima", "siapa")] },
            new("BrokerPage.razor putusan", admin, Here, $"/admin/calo/{Guid.Empty}", "putusan") { TokenOf = ("/admin/tempat", "jawab"), Fields = [("verdict", "Confirm"), ("reason", "Bukan siapa-siapa.")], FreeText = ["reason"] },
            new("BrokerReportsPage.razor baca-dugaan", await program.StaffAsync("analis.pusat", "pusat"), "pusat", "/calo", "baca-dugaan") { Fields = [("id", Guid.Empty.ToString())] },
            new("PlacePage.razor tempat", admin, Here, "/admin/tempat/baru", "tempat") { Fields = [("kind", "hall"), ("name", ""), ("address", "Jalan Uji 1"), ("active", "ya")], FreeText = ["address"], Named = new Dictionary<string, string> { ["name"] = "href=\"#name\"", ["address"] = "href=\"#address\"" } },
            new("PlacePage.razor tutup", admin, Here, place, "tutup") { Fields = [("from", "1 1 2020"), ("reason", "Uji coba")], FreeText = ["reason"], Named = new Dictionary<string, string> { ["from"] = "href=\"#from\"", ["reason"] = "href=\"#reason\"" } },
            new("PlacePage.razor buka", admin, Here, place, "buka") { Fields = [("closure", "salah")] },
            new("PlacePage.razor loket", admin, Here, place, "loket") { Fields = [("agency", "TIDAK-ADA"), ("minutes", "15"), ("counters", "1")], Named = new Dictionary<string, string> { ["agency"] = "href=\"#agency\"", ["minutes"] = "href=\"#minutes\"", ["counters"] = "href=\"#counters\"" } },
            new("MinePage.razor jelaskan", citizen, Here, "/kunjungan/saya", "jelaskan") { TokenOf = ($"/kunjungan/{mine}/batal", "batal"), Fields = [("text", "Saya sakit.")], FreeText = ["text"] },
        ];
    }
}
