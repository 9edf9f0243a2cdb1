using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MppDigital.Benchmarks.Report;
using MppDigital.Benchmarks.Running;
using MppDigital.Connectors;
using MppDigital.National;
using MppDigital.National.Catalog;
using MppDigital.Platform;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Applications.Forms;
using MppDigital.Sqlite;

namespace MppDigital.Benchmarks.Rows;

/// <summary>
/// Saving one page of a form of 100 fields with repeating groups, as the page does it: find the draft, judge the form, keep the page's five answers,
/// judge again. A form of 20 shows what the length costs, a hand-written program what the disk does.
/// </summary>
internal static class FormRow
{
    private const double MostMilliseconds = 50;
    private const double MostTimes = 2;
    private const int Saves = 300;
    private const int OnePage = 5;
    private const string Service = "DPM-RKL-01";
    private const string Sub = "bench-citizen";

    private static readonly RegencyCode Here = RegencyCode.Parse("13.75");
    private static readonly DateOnly Today = new(2026, 11, 22);

    public static async Task<IReadOnlyList<Row>> MeasureAsync(Product product)
    {
        var folder = product.NewFolder();
        using var host = await StartAsync(folder);
        var (small, large) = (await PrepareAsync(host, plain: 16, groups: 1), await PrepareAsync(host, plain: 80, groups: 5));
        using var limit = new LimitDraft(Path.Combine(product.NewFolder(), "limit.db"), 80 + 5);

        // Turn by turn, so that whatever else the machine does falls on all three.
        var (short20, long100, byHand) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i < Saves + 50; i++)
        {
            var (a, b, c) = (await TimeAsync(() => small.SaveAsync(i)), await TimeAsync(() => large.SaveAsync(i)), await TimeAsync(() => Task.Run(() => limit.Save(i))));
            if (i < 50) continue;
            short20.Add(a);
            long100.Add(b);
            byHand.Add(c);
        }

        var (p95, times) = (P95(long100), long100.Median() / short20.Median());
        return
        [
            new Row("form of 100 fields with groups, saving a page of 5, p95", Figures.Of(p95, 1, "ms"), "<= 50 ms", p95 <= MostMilliseconds, $"median {Figures.Of(long100.Median(), 2, "ms")}; by hand p95 {Figures.Of(P95(byHand), 2, "ms")}, median {Figures.Of(byHand.Median(), 2, "ms")}: {Figures.Of(byHand.Median() / long100.Median(), 2, "")} of the limit"),
            new Row("the same page in a form of 100 against one of 20, median", Figures.Of(times, 2, "times"), "<= 2", times <= MostTimes, $"20: {Figures.Of(short20.Median(), 2, "ms")}, 100: {Figures.Of(long100.Median(), 2, "ms")}"),
        ];
    }

    public static async Task<IHost> StartAsync(string folder)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = Environments.Development });
        builder.Services
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .Configure<PlatformOptions>(o => (o.DataDirectory, o.SeedDirectory, o.PublicOrigin) = (folder, SeedFolder.Find(), "https://mpp.test"))
            .Configure<DemoOptions>(o => o.Enabled = true)
            .AddSqliteEngine().AddPlatform().AddNational().AddRegencies().AddConnectors(builder.Configuration, builder.Environment);
        var host = builder.Build();
        await using (var scope = host.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<IUseCase<ProvisionDatabases, ProvisionReport>>().HandleAsync(new ProvisionDatabases(new HashSet<string> { Here.Value }), CancellationToken.None);
        await host.StartAsync();
        return host;
    }

    private static async Task<LongForm> PrepareAsync(IHost host, int plain, int groups)
    {
        var published = host.Services.GetRequiredService<IServiceCatalog>().Find(Service)!.Definition;
        var definition = published with { FormSections = [], FormRules = [], FormFields = [.. Enumerable.Range(0, plain).Select(Plain), .. Enumerable.Range(0, groups).Select(Group)] };
        var form = new LongForm(host, definition, host.Services.GetRequiredService<ITenantDirectory>());
        await form.BeginAsync();
        return form;
    }

    private static FormField Plain(int i) => Field($"f{i}", i % 4 == 0 ? "enum" : "string") with
    {
        Options = i % 4 == 0 ? [new FieldOption { Value = "a", LabelId = "A", LabelEn = "A" }, new FieldOption { Value = "b", LabelId = "B", LabelEn = "B" }] : null,
        ShowWhen = i % 4 == 1 ? new FormCondition { Field = $"f{i - 1}", Is = JsonSerializer.SerializeToElement("a") } : null,
    };

    private static FormField Group(int i) => Field($"g{i}", FieldTypes.Group) with
    {
        Validation = new FieldValidation { MaxItems = 20 },
        Fields = [.. Enumerable.Range(0, 3).Select(m => Field($"m{m}", "string")), Field("n", "number")],
    };

    private static FormField Field(string name, string type) =>
        new() { Name = name, Label = name, LabelEn = name, Type = type, Required = false, Validation = new FieldValidation(), Source = null, Prefilled = false, Editable = true, Group = "details" };

    private static async Task<double> TimeAsync(Func<Task> save)
    {
        var start = Stopwatch.GetTimestamp();
        await save();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double P95(List<double> values) => values.Order().ElementAt((int)(values.Count * 0.95));

    private sealed class LongForm(IHost host, ServiceDefinition definition, ITenantDirectory directory)
    {
        private readonly HashSet<string> page = [.. definition.FormFields.Take(OnePage).Select(f => f.Name)];
        private Guid draft;

        public async Task BeginAsync()
        {
            var answers = new JsonObject(definition.FormFields.Select(f => KeyValuePair.Create<string, JsonNode?>(f.Name, f.IsGroup
                ? new JsonArray([.. Enumerable.Range(0, 10).Select(i => new JsonObject(f.Fields!.Select(m => KeyValuePair.Create<string, JsonNode?>(m.Name, m.Type == "number" ? i : $"Jawaban {m.Name} nomor {i}"))))])
                : f.Type == "enum" ? "a" : "Jawaban yang agak panjang, seperti orang menulisnya")));
            draft = (await AskAsync<SaveDraft, DraftView>(new SaveDraft(Sub, Service, null, null, new DraftContent(JsonSerializer.SerializeToElement(answers), [])))).Id;
        }

        public async Task SaveAsync(int round)
        {
            var seen = await AskAsync<ReadDraft, DraftView>(new ReadDraft(Sub, draft, null));
            Judge(seen);
            var changes = definition.FormFields.Where(f => page.Contains(f.Name)).ToDictionary(f => f.Name, f => (JsonElement?)JsonSerializer.SerializeToElement(f.Type == "enum" ? "a" : $"Jawaban {round}"));
            var saved = await AskAsync<SaveDraftStep, DraftView>(new SaveDraftStep(Sub, seen, changes, null));
            if (Judge(saved).ErrorsOf(page) is [var fault, ..]) throw new InvalidOperationException($"{fault.At}: {fault.TextEn}");
        }

        private FormCheck Judge(DraftView view) => FormValidator.CheckDraft(definition, view.Content.Data, HeldFacts.None, directory, Today);

        private async Task<TResult> AskAsync<TInput, TResult>(TInput input)
        {
            await using var scope = host.Services.GetRequiredService<IRegencyScopes>().For(Here);
            var outcome = await scope.ServiceProvider.GetRequiredService<IUseCase<TInput, TResult>>().HandleAsync(input, CancellationToken.None);
            return outcome.Succeeded ? outcome.Value : throw new InvalidOperationException(outcome.Problem.Code);
        }
    }

    /// <summary>The same rows by hand: read all parts, write five and the version, reach the disk.</summary>
    private sealed class LimitDraft : IDisposable
    {
        private readonly SqliteConnection connection;

        public LimitDraft(string file, int parts)
        {
            connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString);
            connection.Open();
            Run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE drafts (Id TEXT PRIMARY KEY, Version INTEGER); CREATE TABLE draft_parts (DraftId TEXT, Key TEXT, Value BLOB, PRIMARY KEY (DraftId, Key)); INSERT INTO drafts VALUES ('d', 1)");
            for (var i = 0; i < parts; i++) Run($"INSERT INTO draft_parts VALUES ('d', 'k{i.ToString(CultureInfo.InvariantCulture)}', randomblob(120))");
        }

        public void Save(int round)
        {
            using var transaction = connection.BeginTransaction();
            using (var read = connection.CreateCommand())
            {
                (read.CommandText, read.Transaction) = ("SELECT Key, Value FROM draft_parts WHERE DraftId = 'd'", transaction);
                using var rows = read.ExecuteReader();
                while (rows.Read()) _ = rows.GetString(0);
            }

            Run(string.Create(CultureInfo.InvariantCulture, $"UPDATE drafts SET Version = {round} WHERE Id = 'd'"), transaction);
            for (var i = 0; i < OnePage; i++) Run(string.Create(CultureInfo.InvariantCulture, $"UPDATE draft_parts SET Value = randomblob(120) WHERE DraftId = 'd' AND Key = 'k{i}'"), transaction);
            transaction.Commit();
        }

        public void Dispose() => connection.Dispose();

        private void Run(string sql, SqliteTransaction? transaction = null)
        {
            using var command = connection.CreateCommand();
            (command.CommandText, command.Transaction) = (sql, transaction);
            command.ExecuteNonQuery();
        }
    }
}
