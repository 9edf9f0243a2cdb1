using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace MppDigital.Engines.Tests;

public sealed class MigrationTests
{
    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    [InlineData("SqlServer")]
    public void Exist_for_every_change_of_a_model(string engine)
    {
        foreach (var db in EngineModels.ContextsOf(engine))
        {
            var snapshot = db.GetService<IMigrationsAssembly>().ModelSnapshot!.Model;
            var written = db.GetService<IModelRuntimeInitializer>().Initialize(snapshot, designTime: true, validationLogger: null);
            var missing = db.GetService<IMigrationsModelDiffer>().GetDifferences(written.GetRelationalModel(), EngineModels.DesignOf(db).GetRelationalModel());

            Assert.True(missing.Count == 0, $"{db.GetType().Name}: run infra/migrations.sh; missing are {string.Join(", ", missing.Select(Describe))}");
        }
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    [InlineData("SqlServer")]
    public void Do_nothing_that_an_engine_cannot_undo_or_does_not_know(string engine)
    {
        var operations = EngineModels.ContextsOf(engine).SelectMany(db =>
        {
            var migrations = db.GetService<IMigrationsAssembly>();
            return migrations.Migrations.Values.SelectMany(type => migrations.CreateMigration(type, db.Database.ProviderName!).UpOperations);
        }).ToList();

        Assert.True(operations.Count > 50);
        Assert.Empty(operations.Where(IsForbidden).Select(Describe));
    }

    [Fact]
    public void Would_be_caught_changing_a_column_or_dropping_one()
    {
        Assert.True(IsForbidden(new AlterColumnOperation()));
        Assert.True(IsForbidden(new RenameIndexOperation()));
        Assert.True(IsForbidden(new DropColumnOperation()));
        Assert.True(IsForbidden(new AddColumnOperation { Name = "required", ClrType = typeof(string), IsNullable = false }));
        Assert.False(IsForbidden(new AddColumnOperation { Name = "filled", ClrType = typeof(int), IsNullable = false, DefaultValue = 0 }));
        Assert.False(IsForbidden(new CreateTableOperation()));
    }

    /// <summary>Only adding works everywhere, without a lock on a full table and without losing what an older program still writes.</summary>
    private static bool IsForbidden(MigrationOperation operation) => operation switch
    {
        CreateTableOperation or CreateIndexOperation or CreateSequenceOperation or InsertDataOperation or AlterDatabaseOperation or EnsureSchemaOperation => false,
        DropIndexOperation => false,
        AddColumnOperation column => !column.IsNullable && column.DefaultValue is null && column.DefaultValueSql is null,
        _ => true,
    };

    private static string Describe(MigrationOperation operation) =>
        $"{operation.GetType().Name} {operation.GetType().GetProperty("Table", BindingFlags.Public | BindingFlags.Instance)?.GetValue(operation)}.{operation.GetType().GetProperty("Name")?.GetValue(operation)}";
}
