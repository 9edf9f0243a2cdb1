using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace MppDigital.Engines.Tests;

/// <summary>Without a SQL Server: the script that an administrator would run is generated whole and read by its own parser.</summary>
public sealed class SqlServerScriptTests
{
    [Fact]
    public void Is_valid_Transact_SQL_for_all_three_contexts()
    {
        var contexts = EngineModels.ContextsOf("SqlServer");
        Assert.Equal(3, contexts.Count);
        foreach (var db in contexts)
        {
            var script = ScriptOf(db);

            Assert.Contains("CREATE TABLE", script, StringComparison.Ordinal);
            Assert.Contains("[__EFMigrationsHistory]", script, StringComparison.Ordinal);
            Assert.Empty(ErrorsIn(script));
        }
    }

    [Fact]
    public void Has_nothing_that_a_compatible_server_lacks()
    {
        foreach (var db in EngineModels.ContextsOf("SqlServer"))
        {
            var script = ScriptOf(db);

            foreach (var construct in (string[])["MERGE ", "CREATE OR ALTER", "ROWVERSION", "NEWSEQUENTIALID", "SYSTEM_VERSIONING", "SECURITY POLICY", " json "])
                Assert.DoesNotContain(construct, script, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void Makes_the_tables_of_the_jobs_with_valid_statements()
    {
        var statements = SqlServer.SqlServerJobTables.Statements();

        Assert.True(statements.Count > 12);
        Assert.Contains(statements, s => s.Contains("CREATE TABLE QRTZ_TRIGGERS", StringComparison.Ordinal));
        Assert.Empty(statements.SelectMany(ErrorsIn));
        Assert.DoesNotContain(statements, s => s.Contains('{', StringComparison.Ordinal));
    }

    [Fact]
    public void Would_be_refused_with_an_error_in_it() => Assert.NotEmpty(ErrorsIn("CREATE TABLE [a] ([b] int NOT NULL,, [c] int);"));

    private static string ScriptOf(DbContext db) => db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);

    private static IEnumerable<string> ErrorsIn(string script)
    {
        using var reader = new StringReader(script);
        new TSql150Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        return errors.Select(e => $"line {e.Line}: {e.Message}");
    }
}
