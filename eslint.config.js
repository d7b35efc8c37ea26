import js from "@eslint/js";
import tseslint from "typescript-eslint";

export default tseslint.config(
  {
    ignores: ["node_modules", ".data", "coverage", "bench/rivals", "test/conformance/suites", "docs", "dist"],
  },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ["**/*.ts"],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // a promise nobody waits for is an error nobody hears of
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: false }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_", caughtErrorsIgnorePattern: "^_" }],
      "@typescript-eslint/consistent-type-imports": "off",
      "no-restricted-syntax": [
        "error",
        {
          selector: "MemberExpression[object.name='sql'][property.name='raw']",
          message: "text from outside must never become SQL: use parameters",
        },
        { selector: "ExportDefaultDeclaration", message: "a file exports what its name says" },
      ],
    },
  },
  {
    // the pure floors: no clock, no chance, no outside world
    files: ["src/kernel/**/*.ts", "src/rules/**/*.ts"],
    rules: {
      "no-restricted-properties": [
        "error",
        { object: "Date", property: "now", message: "time is a fact that is passed in" },
        { object: "Math", property: "random", message: "chance is a fact that is passed in" },
      ],
      "no-restricted-imports": ["error", { patterns: ["node:*", "drizzle-orm*", "type-graphql", "@apollo/*", "pg"] }],
    },
  },
  {
    files: ["test/**/*.ts", "bench/**/*.ts"],
    rules: { "@typescript-eslint/no-explicit-any": "off", "@typescript-eslint/no-non-null-assertion": "off" },
  },
  // what a tool loads by its own rules
  {
    files: ["**/*.config.*", "test/support/global-setup.ts", "test/support/*.mjs", "test/support/heavy/*.ts"],
    rules: { "no-restricted-syntax": "off" },
  },
  {
    files: ["**/*.mjs", "**/*.js"],
    languageOptions: { globals: { globalThis: "readonly", process: "readonly", URL: "readonly", console: "readonly" } },
  },
);
